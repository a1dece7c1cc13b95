"""Simulated debates, whose places are known: the benchmark's own, a few of them."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "positions.py"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_positions", BENCHMARK)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("polarised", [False, True])
@pytest.mark.parametrize(("size", "draws"), [(5, 20), (40, 4), (150, 1)])
def test_places_come_back(benchmark: ModuleType, size: int, draws: int, polarised: bool) -> None:
    """90 % intervals hold the true place in 85 to 97 % of cases where the reader's errors go together, and as
    often or more where they do not; there the ranks agree as far as so few and so noisy claims allow."""
    alike, apart = (
        [
            benchmark.score(benchmark.simulate(size, seed, polarised=polarised, reading=reading))
            for seed in range(draws)
        ]
        for reading in (benchmark.READING, 0.0)
    )
    assert 0.85 <= float(np.mean([one.coverage for one in alike])) <= 0.97
    assert float(np.mean([one.coverage for one in apart])) >= 0.85
    assert float(np.mean([one.rho for one in apart])) > (0.2 if size == 5 else 0.5)


def test_more_claims_bring_the_order_back(benchmark: ModuleType) -> None:
    """With many sure claims of each scholar the order is nearly the true one."""
    plain, rich = (
        benchmark.score(benchmark.simulate(30, 1, plenty=plenty, reading=0.0)) for plenty in (1, 8)
    )
    assert rich.rho > 0.85 > plain.rho
    assert rich.width < plain.width
