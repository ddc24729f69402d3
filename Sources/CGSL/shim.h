// The one header through which GSL is seen. It includes only what LeastSquares uses, and gives
// GSL's global type pointers accessors, because Swift 6 rejects mutable C globals.
#ifndef SCALING_CGSL_SHIM_H
#define SCALING_CGSL_SHIM_H

#include <gsl/gsl_blas.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_psi.h>
#include <gsl/gsl_vector.h>
#include <gsl/gsl_version.h>

static inline const gsl_multifit_nlinear_type *scaling_gsl_trust_region(void) {
  return gsl_multifit_nlinear_trust;
}

/// Levenberg-Marquardt with geodesic acceleration, Moré scaling and a QR solver.
static inline gsl_multifit_nlinear_parameters scaling_gsl_trust_region_parameters(void) {
  gsl_multifit_nlinear_parameters parameters = gsl_multifit_nlinear_default_parameters();
  parameters.trs = gsl_multifit_nlinear_trs_lmaccel;
  parameters.scale = gsl_multifit_nlinear_scale_more;
  parameters.solver = gsl_multifit_nlinear_solver_qr;
  return parameters;
}

#endif
