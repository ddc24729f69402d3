"""Mean, count and range of `value` per model and benchmark, with DuckDB. usage: j1_duckdb.py agg.csv"""
import sys

import duckdb

row = duckdb.execute(
    """
    with groups as (
      select count(value) as n, avg(value) as mean, max(value) - min(value) as spread
      from read_csv(?) group by model, benchmark
    )
    select count(*), sum(n), sum(mean), sum(spread) from groups
    """,
    [sys.argv[1]],
).fetchone()
print("groups=%d n=%d means=%.9f range=%.5f" % row)
