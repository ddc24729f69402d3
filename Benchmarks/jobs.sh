# shellcheck shell=bash
# Our side of every measurement: one variable, one command. Sourced after `m JOB ROUNDS NAME COMMAND`,
# which adds a command to a job; D is the folder of the inputs, F that of the outputs, SCALING the binary.

# What is in a table of 1,000,000 rows, with the mean of every model on every benchmark.
J1_COMMAND="$SCALING inspect $D/agg.csv --y value --series model,benchmark --format json"

# One figure from points and a curve with a band that others have computed.
J5_COMMAND="$SCALING plot $D/small.csv --curve $D/fig_curve.csv -o $F/scaling.svg"

# Twenty panels with ten series each, and 100,000 points, both with curves that others have computed.
J5_FACETS="$SCALING plot $D/facets.csv --series benchmark,model --facet benchmark --curve $D/facets_curve.csv"
J5_CROWD="$SCALING plot $D/crowd.csv --curve $D/crowd_curve.csv"

# From a table to three models per series, AICc, figure and report, without and with refits.
J6_COMMAND="$SCALING fit $D/small.csv --model log-linear,saturating-power,logistic --floor free --format json"
J6_REFITS="--bootstrap 2000"

m J1-agg-1e6 "$ROUNDS" scaling "$J1_COMMAND"
m J5-svg "$ROUNDS" scaling "$J5_COMMAND"
m J5b-facets "$ROUNDS" scaling "$J5_FACETS -o $F/scaling-facets.svg"
m J5c-crowd "$ROUNDS" scaling "$J5_CROWD -o $F/scaling-crowd.svg"
m J6-e2e-B0 "$ROUNDS" scaling "$J6_COMMAND --svg $F/scaling-0.svg -o $F/scaling-0.json"
m J6-e2e-B2000 "$ROUNDS" scaling "$J6_COMMAND $J6_REFITS --svg $F/scaling-2000.svg -o $F/scaling-2000.json"

# Refits by case of 3 models to 4 series each, with the bands of what is drawn.
J2_REFITS="--bootstrap 2000 --format json"
J2_SMALL="$SCALING fit $D/small.csv --model log-linear,logistic --floor free $J2_REFITS --svg $F/j2-small.svg -o $F/j2-small.json"
J2_SATURATING="$SCALING fit $D/sat.csv --model saturating-power $J2_REFITS --svg $F/j2-sat.svg -o $F/j2-sat.json"

# A training law of 245 runs: its optimum and 4,000 refits.
J3_COMMAND="$SCALING law $D/chinchilla.csv --bootstrap 4000 --format json"

m J2-boot "$ROUNDS" scaling "sh -c '$J2_SMALL && $J2_SATURATING'"
m J3-chinchilla "$ROUNDS" scaling "$J3_COMMAND"

# pass@k, and the majority of k drawn with replacement, at the k that the peers compute, from a row per
# sample. Of the laws of coverage, which no peer fits, only the cheapest.
J4_REPORT="--k 1,2,4,8,16,32,64,128,256,512,1024 --format csv"
J4_COUNTS="$SCALING coverage $J4_REPORT --model log-log --bootstrap 0"
J4_MAJORITY="$SCALING votes $J4_REPORT --draw with"

m J4a-agg-1e6 "$ROUNDS" scaling "$J4_COUNTS $D/votes_1e6.csv"
m J4b-agg-jsonl-1e6 "$ROUNDS" scaling "$J4_COUNTS $D/votes_1e6.jsonl"
m J4c-majk-1e6 "$ROUNDS" scaling "$J4_MAJORITY $D/votes_1e6.csv"
if [ -n "${LARGE:-}" ]; then
  m J4d-agg-1e7 "$ROUNDS" scaling "$J4_COUNTS $D/votes_1e7.csv"
  m J4e-agg-jsonl-1e7 "$ROUNDS" scaling "$J4_COUNTS $D/votes_1e7.jsonl"
  m J4f-majk-1e7 "$ROUNDS" scaling "$J4_MAJORITY $D/votes_1e7.csv"
fi

# One fit of 24 points, 2,000 times over, in one process: the program says how long each took.
[ -z "${SINGLE_FIT:-}" ] || m J7-single-fit "$ROUNDS" scaling "$SINGLE_FIT 2000"

# A contest of 6 curves on 15 points, 999 series simulated from each: 35,964 refits, on one thread. Then
# all claims that ship. A contradicted claim is no failure: exit code 2 is taken for 0.
J8_TABLE=$PWD/../data/o1-mini-aime2024.csv
J8_RIVALS=linear,power-law,saturating-power,saturating-exponential,hinge
J8_COMMAND="$SCALING check --data $J8_TABLE --shape logarithmic --against $J8_RIVALS --simulations 999 --threads 1 -o $F/j8.txt"
J9_COMMAND="$SCALING check $PWD/../data/claims.yml -o $F/j9.txt"

m J8-contest "$ROUNDS" scaling "sh -c '$J8_COMMAND || test \$? = 2'"
m J9-claims "$ROUNDS" scaling "sh -c '$J9_COMMAND || test \$? = 2'"

# A surface of accuracy over training and inference, with 2,000 refits to models drawn with replacement.
J10_COMMAND="$SCALING tradeoff $D/surface.csv --bootstrap 2000 --format json -o $F/j10.json"

m J10-surface "$ROUNDS" scaling "$J10_COMMAND"

# Every block of the README and of all notebooks, and the check that nothing has changed.
NOTEBOOKS="--root $PWD/.. README.md notebooks-md output/README.md"
m J11-notebooks "$ROUNDS" scaling "$SCALING notebook run --all $NOTEBOOKS"
m J12-notebook-check "$ROUNDS" scaling "$SCALING notebook check $NOTEBOOKS"

# One self-contained page: of 1,000,000 single samples, and of 1,000,000 points of curves.
m J13-report-1e6 "$ROUNDS" scaling "$SCALING report $D/votes_1e6.csv -o $F/scaling-votes.html"
m J13b-report-agg-1e6 "$ROUNDS" scaling "$SCALING report $D/agg.csv -o $F/scaling-agg.html"
