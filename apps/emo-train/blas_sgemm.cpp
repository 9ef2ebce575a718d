// Replaces libblas' sgemm_ for libtorch inside this program: the BLAS that a distribution installs may not know the
// CPU (OpenBLAS 0.3.21 falls back to SSE3 on newer Intel parts, five times slower), oneDNN always does.
// Not a BLAS: only the one routine that training spends its time in.
#include <oneapi/dnnl/dnnl.h>

extern "C" __attribute__((visibility("default"))) void sgemm_(const char* transa, const char* transb, const int* m,
                                                              const int* n, const int* k, const float* alpha,
                                                              const float* a, const int* lda, const float* b,
                                                              const int* ldb, const float* beta, float* c,
                                                              const int* ldc) {
  const auto flag = [](char t) { return t == 'n' || t == 'N' ? 'N' : 'T'; };
  // BLAS is column-major, oneDNN row-major: the transposed product with operands exchanged.
  dnnl_sgemm(flag(*transb), flag(*transa), *n, *m, *k, *alpha, b, *ldb, a, *lda, *beta, c, *ldc);
}
