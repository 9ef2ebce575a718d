// Every kernel check on the AMX table; the checks themselves are in kernel_checks.cpp.
#include <gtest/gtest.h>

#include "kernel_checks.hpp"

EMO_KERNEL_TESTS(AmxKernels, ::emo::nn::Isa::kAmx)
