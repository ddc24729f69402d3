# Panels of points and curves. usage: gnuplot -c j5_facets.gp facets.csv facets_curve.csv out.svg
set terminal svg size 1000,1000 font "sans-serif,9"
set output ARG3
set datafile separator comma
set logscale x
set yrange [0:1]
unset key
name(b) = sprintf("bench-%02d", b)
model(m) = sprintf("model-%d", m)
of(b, m, c) = (stringcolumn(1) eq name(b) && stringcolumn(2) eq model(m) ? column(c) : NaN)
set multiplot layout 5,4
do for [b = 0:19] {
  set title name(b)
  plot for [m = 0:9] ARG2 using 3:(of(b, m, 4)) skip 1 with lines linecolor m + 1, \
       for [m = 0:9] ARG1 using 3:(of(b, m, 4)) skip 1 with points pointtype 7 pointsize 0.3 linecolor m + 1
}
unset multiplot
