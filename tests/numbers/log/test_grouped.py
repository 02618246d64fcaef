"""Groups of whole numbers against Python's own sorting and medians."""

from statistics import median

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from journey.numbers.log.grouped import grouped

GROUPS = st.integers(0, 5) | st.just(2**40)
VALUES = st.integers(0, 9) | st.integers(2**40, 2**52)


@given(st.lists(st.tuples(GROUPS, VALUES)))
def test_sizes_different_values_and_medians_are_those_of_plain_lists(pairs: list[tuple[int, int]]) -> None:
    plain = {key: sorted(value for other, value in pairs if other == key) for key, _ in pairs}
    found = grouped(np.array([key for key, _ in pairs], np.int64), np.array([value for _, value in pairs], np.int64))
    assert found.keys.tolist() == sorted(plain)
    assert found.sizes.tolist() == [len(plain[key]) for key in sorted(plain)]
    assert found.different.tolist() == [len(set(plain[key])) for key in sorted(plain)]
    assert found.medians.tolist() == [median(plain[key]) for key in sorted(plain)]
