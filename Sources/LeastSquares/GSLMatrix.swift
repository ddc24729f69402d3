internal import CGSL

/// A GSL matrix that frees itself.
struct GSLMatrix: ~Copyable {
  let pointer: UnsafeMutablePointer<gsl_matrix>

  init(rows: Int, columns: Int) {
    GSL.prepare()
    guard let allocated = gsl_matrix_calloc(rows, columns) else {
      preconditionFailure("out of memory for a \(rows) by \(columns) matrix")
    }
    pointer = allocated
  }

  deinit { gsl_matrix_free(pointer) }

  subscript(row: Int, column: Int) -> Double {
    get { gsl_matrix_get(pointer, row, column) }
    nonmutating set { gsl_matrix_set(pointer, row, column, newValue) }
  }
}

/// A GSL vector that frees itself.
struct GSLVector: ~Copyable {
  let pointer: UnsafeMutablePointer<gsl_vector>

  init(count: Int) {
    GSL.prepare()
    guard let allocated = gsl_vector_calloc(count) else {
      preconditionFailure("out of memory for a vector of \(count)")
    }
    pointer = allocated
  }

  deinit { gsl_vector_free(pointer) }

  subscript(index: Int) -> Double {
    get { gsl_vector_get(pointer, index) }
    nonmutating set { gsl_vector_set(pointer, index, newValue) }
  }
}
