"""Mean, count and range of `value` per model and benchmark, with pandas. usage: j1_pandas.py agg.csv"""
import sys

import pandas

table = pandas.read_csv(sys.argv[1])
groups = table.groupby(["model", "benchmark"])["value"].agg(["count", "mean", "min", "max"])
print("groups=%d n=%d means=%.9f range=%.5f" % (
    len(groups), groups["count"].sum(), groups["mean"].sum(), (groups["max"] - groups["min"]).sum()))
