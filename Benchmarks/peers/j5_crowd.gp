# Points and a curve. usage: gnuplot -c j5_crowd.gp crowd.csv crowd_curve.csv out.svg
set terminal svg size 760,480 font "sans-serif,13"
set output ARG3
set datafile separator comma
set logscale x
set yrange [0:1]
unset key
plot ARG1 using 1:2 skip 1 with dots, ARG2 using 1:2 skip 1 with lines linewidth 2
