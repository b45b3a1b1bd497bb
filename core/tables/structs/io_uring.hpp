#pragma once

#include "troupe/core/kind.hpp"

/// What io_uring_setup(2) takes and answers.
namespace troupe {

extern const StructLayout io_uring_params_layout;

}  // namespace troupe
