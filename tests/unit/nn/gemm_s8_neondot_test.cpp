// Every kernel check on the NEON table with dot products; the checks themselves are in kernel_checks.cpp.
#include <gtest/gtest.h>

#include "kernel_checks.hpp"

EMO_KERNEL_TESTS(NeonDotKernels, ::emo::nn::Isa::kNeonDot)
