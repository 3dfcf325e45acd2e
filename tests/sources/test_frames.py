import datetime

import pandas as pd
import polars as pl
import pytest

from prezent_widgets.errors import InputError
from prezent_widgets.sources import frame_to_csv, is_frame, read_source


def test_pandas_keeps_names_dates_and_a_named_index() -> None:
    frame = pd.DataFrame({"when": pd.to_datetime(["2024-01-01", None]), "net value": [1.5, float("nan")]})
    assert frame_to_csv(frame) == b"when,net value\n2024-01-01,1.5\n,\n"
    assert frame_to_csv(frame.set_index("when")).startswith(b"when,net value\n2024-01-01")


def test_polars_eager_and_lazy() -> None:
    frame = pl.DataFrame({"day": [datetime.date(2024, 5, 1)], "n": [3], "text": ['a "b", c']})
    assert frame_to_csv(frame) == b'day,n,text\n2024-05-01,3,"a ""b"", c"\n'
    assert frame_to_csv(frame.lazy()) == frame_to_csv(frame)
    assert read_source("t.csv", frame_to_csv(frame)).tables[0].n_rows == 1


def test_what_is_no_frame() -> None:
    assert not is_frame([1, 2])
    assert is_frame(pd.DataFrame({"a": [1]}))
    with pytest.raises(InputError, match="not a dataframe"):
        frame_to_csv([1, 2])
