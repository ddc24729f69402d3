/* The floor of one fit: GSL's trust region from a good start on the points of Sources/SingleFit, analytic
 * derivatives, nothing else. build: cc -O3 -o single_fit single_fit.c $(gsl-config --cflags --libs)
 * usage: single_fit [REPETITIONS] */
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { N = 24 };
static double lx[N], y[N];

static int residuals(const gsl_vector *p, void *unused, gsl_vector *r) {
  (void)unused;
  for (int i = 0; i < N; i++)
    gsl_vector_set(r, i, gsl_vector_get(p, 0) + gsl_vector_get(p, 1) * exp(-gsl_vector_get(p, 2) * lx[i]) - y[i]);
  return 0;
}

static int derivatives(const gsl_vector *p, void *unused, gsl_matrix *j) {
  (void)unused;
  for (int i = 0; i < N; i++) {
    double e = exp(-gsl_vector_get(p, 2) * lx[i]);
    gsl_matrix_set(j, i, 0, 1);
    gsl_matrix_set(j, i, 1, e);
    gsl_matrix_set(j, i, 2, -gsl_vector_get(p, 1) * lx[i] * e);
  }
  return 0;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return 1e6 * t.tv_sec + 1e-3 * t.tv_nsec;
}

static int rising(const void *a, const void *b) {
  double d = *(const double *)a - *(const double *)b;
  return (d > 0) - (d < 0);
}

int main(int count, char **arguments) {
  int repetitions = count > 1 ? atoi(arguments[1]) : 20000;
  double x = 100, *times = malloc(sizeof(double) * repetitions), rss = 0;
  for (int i = 0; i < N; i++, x *= 1.4) {
    lx[i] = log(x);
    y[i] = 0.9 - 0.8 / sqrt(sqrt(x)) + 0.01 * (i * 7 % 5 - 2);
  }
  gsl_set_error_handler_off();
  gsl_multifit_nlinear_parameters parameters = gsl_multifit_nlinear_default_parameters();
  for (int k = 0; k < repetitions; k++) {
    double start = now(), first[3] = {y[N - 1] + 0.02, -(y[N - 1] + 0.02 - y[0]) * exp(0.3 * lx[0]), 0.3};
    gsl_multifit_nlinear_fdf problem = {.f = residuals, .df = derivatives, .n = N, .p = 3};
    gsl_multifit_nlinear_workspace *work =
        gsl_multifit_nlinear_alloc(gsl_multifit_nlinear_trust, &parameters, N, 3);
    gsl_vector_const_view view = gsl_vector_const_view_array(first, 3);
    gsl_multifit_nlinear_init(&view.vector, &problem, work);
    int info;
    gsl_multifit_nlinear_driver(200, 1e-8, 1e-8, 1e-8, NULL, NULL, &info, work);
    gsl_matrix *covariance = gsl_matrix_alloc(3, 3);
    gsl_multifit_nlinear_covar(gsl_multifit_nlinear_jac(work), 0, covariance);
    rss = 0;
    for (int i = 0; i < N; i++) rss += pow(gsl_vector_get(gsl_multifit_nlinear_residual(work), i), 2);
    gsl_matrix_free(covariance);
    gsl_multifit_nlinear_free(work);
    times[k] = now() - start;
  }
  qsort(times, repetitions, sizeof(double), rising);
  printf("fit of 24 points, 3 parameters: least %.2f µs, median %.2f µs, RSS %.12g\n", times[0],
         times[repetitions / 2], rss);
  return 0;
}
