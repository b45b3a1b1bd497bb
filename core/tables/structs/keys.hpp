#pragma once

#include "core/tables/struct_layout.hpp"

/// What keyctl(2) takes and answers.
namespace troupe {

extern const StructLayout key_agreement_layout, key_derivation_layout, key_data_layout, key_verification_layout, public_key_layout;

}  // namespace troupe
