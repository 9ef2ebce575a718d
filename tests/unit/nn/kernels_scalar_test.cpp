// Every kernel check on the plain loops; the checks themselves are in kernel_checks.cpp.
#include <gtest/gtest.h>

#include "kernel_checks.hpp"

EMO_KERNEL_TESTS(ScalarKernels, ::emo::nn::Isa::kScalar)
