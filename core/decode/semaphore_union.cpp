#include "core/decode/own.hpp"
#include "core/decode/structure.hpp"

namespace troupe {

/// The last argument of semctl(2) through `ipc` of i386 is a word behind a pointer: it is shown as such where what stands behind it is not
/// shown.
void write_union_word(Decoder& decoder, const Kind& kind, std::uint64_t word) {
    if (kind.layout != nullptr && word != 0 && !decoder.failed()) {
        StructureMemory memory;
        const AbiLayout& fields = kind.layout->on(decoder.abi());
        const std::span<std::byte> bytes = memory.of(fields.size);
        if (decoder.memory().read(word, bytes) == bytes.size()) {
            write_structure_value(decoder, *kind.layout, StructureBytes(fields, bytes));
            return;
        }
    }
    decoder.out.open(Shape::pointed);
    decoder.pointer(word);
    decoder.out.close();
}

}  // namespace troupe
