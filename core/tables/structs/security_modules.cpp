#include "core/tables/structs/security_modules.hpp"

#include "core/tables/values/security_modules.hpp"

// struct lsm_ctx (linux/lsm.h): the same on every ABI. The context stands behind it, and the next one `len` bytes behind its begin.
namespace troupe {

namespace structs {

using enum Width;

inline constexpr std::array security_module_fields{Field{"", u64, kind::value(security_modules)}};
inline constexpr std::array security_context_fields{Field{"id", u64, kind::value(security_modules)}, Field{"flags", u64, kind::hex},
                                                    Field{"len", u64, kind::unsigned_64}, Field{"ctx_len", u64, kind::unsigned_64}};

}  // namespace structs

constinit const StructLayout security_module_layout = bare_layout<structs::security_module_fields>();
constinit const StructLayout security_context_layout = layout_of<structs::security_context_fields>("lsm_ctx");

}  // namespace troupe
