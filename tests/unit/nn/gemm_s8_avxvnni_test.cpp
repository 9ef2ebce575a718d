// Every kernel check on the AVX-VNNI table; the checks themselves are in kernel_checks.cpp.
#include <gtest/gtest.h>

#include "kernel_checks.hpp"

EMO_KERNEL_TESTS(AvxVnniKernels, ::emo::nn::Isa::kAvxVnni)
