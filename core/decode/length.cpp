#include <algorithm>

#include "core/decode/decoder.hpp"
#include "core/decode/structure.hpp"
#include "core/tables/tag_traits.hpp"

/// How many bytes or elements there are, as an argument, a field or the result says.
namespace troupe {

std::uint64_t Decoder::count_in_argument(std::size_t index) const {
    const SyscallRow* row = row_of(call.call);
    const std::uint64_t value = argument(index);
    if (row == nullptr || index >= max_args) {
        return value;
    }
    // A size_t is a word of the register, also where a 64-bit program calls as one of 32 bits does.
    const Width width = width_of(signature_of(*row, abi()).arguments[index].kind);
    const bool is_narrow = width == Width::u32 || width == Width::s32;
    return is_narrow ? static_cast<std::uint32_t>(value) : value;
}

std::uint64_t length_of(Decoder& decoder, const Length& length) {
    switch (length.from) {
        case Length::From::argument:
            return decoder.count_in_argument(length.value);
        case Length::From::result:
            return length.value == 0 ? decoder.count_returned()
                                     : std::min(decoder.count_returned(), decoder.count_in_argument(length.value));
        case Length::From::fixed:
            return length.value;
        case Length::From::behind_argument: {
            std::int32_t count = 0;
            return decoder.memory().read_object(decoder.argument(length.value), count) && count > 0 ? static_cast<std::uint64_t>(count) : 0;
        }
        case Length::From::sibling:
            return decoder.structure == nullptr ? 0 : decoder.structure->value(length.sibling);
        case Length::From::itself:
        case Length::From::unknown:
            return 0;
    }
    return 0;
}

}  // namespace troupe
