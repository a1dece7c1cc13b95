// Making elements. Whatever comes from the data becomes text, never markup.
"use strict";

const DATA = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);

/** An element with properties (or, with a dash in the name, attributes) and children; strings become text. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.flat().filter((child) => child !== null && child !== ""));
  return element;
}

/** An svg element with attributes. */
function makeSvg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A number with its sign: −0.90, +0.36. */
function signed(number) {
  const rounded = Math.abs(number).toFixed(2);
  return Number(rounded) === 0 ? rounded : (number < 0 ? "−" : "+") + rounded;
}

const interval = ({ lower, upper }) => `${signed(lower)} to ${signed(upper)}`;
const unsettled = ({ lower, upper }) => lower <= 0 && upper >= 0;
const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
