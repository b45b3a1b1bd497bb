#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "core/decode/array.hpp"

/// Places in struct user (asm/user_64.h). Those of i386 have the same names in strace, which stand for other registers there.
namespace troupe {

namespace {

struct UserPlace {
    std::uint64_t offset = 0;
    std::string_view name{};
};

constexpr UserPlace places_of_64_bits[] = {
    {0, "8*R15"},
    {8, "8*R14"},
    {16, "8*R13"},
    {24, "8*R12"},
    {32, "8*RBP"},
    {40, "8*RBX"},
    {48, "8*R11"},
    {56, "8*R10"},
    {64, "8*R9"},
    {72, "8*R8"},
    {80, "8*RAX"},
    {88, "8*RCX"},
    {96, "8*RDX"},
    {104, "8*RSI"},
    {112, "8*RDI"},
    {120, "8*ORIG_RAX"},
    {128, "8*RIP"},
    {136, "8*CS"},
    {144, "8*EFL"},
    {152, "8*RSP"},
    {160, "8*SS"},
    {216, "offsetof(struct user, u_fpvalid)"},
    {224, "offsetof(struct user, i387)"},
    {736, "offsetof(struct user, u_tsize)"},
    {744, "offsetof(struct user, u_dsize)"},
    {752, "offsetof(struct user, u_ssize)"},
    {760, "offsetof(struct user, start_code)"},
    {768, "offsetof(struct user, start_stack)"},
    {776, "offsetof(struct user, signal)"},
    {784, "offsetof(struct user, reserved)"},
    {792, "offsetof(struct user, u_ar0)"},
    {800, "offsetof(struct user, u_fpstate)"},
    {808, "offsetof(struct user, magic)"},
    {816, "offsetof(struct user, u_comm)"},
    {848, "offsetof(struct user, u_debugreg)"},
    {912, "sizeof(struct user)"},
};

}  // namespace

void write_user_offset(Decoder& decoder, std::uint64_t offset) {
    if (offset > std::rbegin(places_of_64_bits)->offset) {
        decoder.hex_number(offset);
        return;
    }
    const auto* next = std::ranges::upper_bound(places_of_64_bits, offset, {}, &UserPlace::offset);
    const UserPlace& place = *(next - 1);
    const std::uint64_t behind = offset - place.offset;
    decoder.out.symbol(behind == 0 ? std::string(place.name) : fmt::format("{}+{}", place.name, behind), offset, NumberForm::address);
}

}  // namespace troupe
