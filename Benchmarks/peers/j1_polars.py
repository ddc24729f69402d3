"""Mean, count and range of `value` per model and benchmark, with polars' lazy scan. usage: j1_polars.py agg.csv"""
import sys

import polars

value = polars.col("value")
groups = (
    polars.scan_csv(sys.argv[1])
    .group_by("model", "benchmark")
    .agg(n=value.count(), mean=value.mean(), low=value.min(), high=value.max())
    .collect()
)
print("groups=%d n=%d means=%.9f range=%.5f" % (
    len(groups), groups["n"].sum(), groups["mean"].sum(), (groups["high"] - groups["low"]).sum()))
