# shellcheck shell=bash
# The peers' side: the same work done with the tools that people use for it. A peer that is not
# installed is left out, and said. Sourced like jobs.sh, with PYTHON as well.

has_python() {
  "$PYTHON" -c 'import importlib.util as i, sys; sys.exit(not all(map(i.find_spec, sys.argv[1:])))' "$@" 2>/dev/null
}

has_r() {
  command -v Rscript >/dev/null \
    && Rscript -e 'quit(status = !all(sapply(commandArgs(TRUE), requireNamespace, quietly = TRUE)))' "$@" >/dev/null 2>&1
}

has_program() { command -v "$1" >/dev/null; }

# peer JOB NAME NEEDS COMMAND, where NEEDS is one of the functions above with its arguments.
peer() {
  local job=$1 name=$2 needs=$3 command=$4
  is_wanted "$job" || return 0
  # shellcheck disable=SC2086  # words of NEEDS are arguments
  if $needs; then
    m "$job" "$ROUNDS" "$name" "$command"
  else
    echo "skipped in $job: $name, for want of ${needs#has_}" >&2
  fi
}

peer J1-agg-1e6 pandas "has_python pandas" "$PYTHON peers/j1_pandas.py $D/agg.csv"
peer J1-agg-1e6 polars "has_python polars" "$PYTHON peers/j1_polars.py $D/agg.csv"
peer J1-agg-1e6 duckdb "has_python duckdb" "$PYTHON peers/j1_duckdb.py $D/agg.csv"
peer J1-agg-1e6 data.table "has_r data.table" "Rscript peers/j1_datatable.R $D/agg.csv"

inputs="$D/small.csv $D/fig_curve.csv"
peer J5-svg gnuplot "has_program gnuplot" "gnuplot -c peers/j5_gnuplot.gp $inputs $F/gnuplot.svg"
peer J5-svg "R svglite" "has_r svglite" "Rscript peers/j5_svglite.R $inputs $F/svglite.svg"
peer J5-svg matplotlib "has_python matplotlib" "$PYTHON peers/j5_matplotlib.py $inputs $F/matplotlib.svg"

inputs="$D/facets.csv $D/facets_curve.csv"
peer J5b-facets gnuplot "has_program gnuplot" "gnuplot -c peers/j5_facets.gp $inputs $F/gnuplot-facets.svg"
peer J5b-facets matplotlib "has_python matplotlib" "$PYTHON peers/j5_facets.py $inputs $F/matplotlib-facets.svg"
inputs="$D/crowd.csv $D/crowd_curve.csv"
peer J5c-crowd gnuplot "has_program gnuplot" "gnuplot -c peers/j5_crowd.gp $inputs $F/gnuplot-crowd.svg"
peer J5c-crowd "matplotlib hexbin" "has_python matplotlib" "$PYTHON peers/j5_crowd.py $inputs $F/matplotlib-crowd.svg"

for refits in 0 2000; do
  peer J6-e2e-B$refits "scipy + matplotlib" "has_python scipy matplotlib pandas" \
    "$PYTHON peers/j6_scipy.py $D/small.csv $F/scipy-$refits.svg $F/scipy-$refits.json $refits"
  peer J6-e2e-B$refits "R nlsLM + svglite" "has_r minpack.lm svglite" \
    "Rscript peers/j6_nlslm.R $D/small.csv $F/nlslm-$refits.svg $F/nlslm-$refits.json $refits"
done

peer J2-boot scipy "has_python scipy" "$PYTHON peers/j2_scipy.py $D 2000"
peer J3-chinchilla "scipy, exact gradients" "has_python scipy" "$PYTHON peers/j3_scipy.py $D/chinchilla.csv 4000"

# votes_peers CSV-JOB JSON-JOB MAJORITY-JOB TABLE
votes_peers() {
  local engine
  for engine in polars duckdb pandas; do
    peer "$1" $engine "has_python $engine numpy" "$PYTHON peers/j4_counts.py $4.csv $engine"
    peer "$2" $engine "has_python $engine numpy" "$PYTHON peers/j4_counts.py $4.jsonl $engine"
  done
  peer "$3" "polars + NumPy, 1,000 draws" "has_python polars numpy" "$PYTHON peers/j4_counts.py $4.csv polars 1000"
}
votes_peers J4a-agg-1e6 J4b-agg-jsonl-1e6 J4c-majk-1e6 "$D/votes_1e6"
[ -z "${LARGE:-}" ] || votes_peers J4d-agg-1e7 J4e-agg-jsonl-1e7 J4f-majk-1e7 "$D/votes_1e7"

peer J10-surface scipy "has_python scipy" "$PYTHON peers/j10_scipy.py $D/surface.csv 2000"
peer J8-contest scipy "has_python scipy" "$PYTHON peers/j8_scipy.py ../data/o1-mini-aime2024.csv 999"

# Parts of the work: neither Quarto nor Jupyter is needed for them.
peer J11-notebooks "scipy + matplotlib, one notebook's fits and figure only" "has_python scipy matplotlib pandas" \
  "$PYTHON peers/j11_scipy.py ../data/o1-mini-aime2024.csv $F/scipy-o1-mini.svg"
peer J13-report-1e6 "pandas + matplotlib, 400 draws" "has_python pandas matplotlib" \
  "$PYTHON peers/j13_pandas.py $D/votes_1e6.csv $F/pandas-votes.html"

if [ -n "${SINGLE_FIT:-}" ] && has_program cc && has_program gsl-config && is_wanted J7-single-fit; then
  # shellcheck disable=SC2046  # flags are words
  cc -O3 -o "$D/single_fit" peers/single_fit.c $(gsl-config --cflags --libs)
  m J7-single-fit "$ROUNDS" "floor: C with GSL" "$D/single_fit 2000"
fi
