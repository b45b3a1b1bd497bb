#include "core/decode/array.hpp"
#include "core/decode/list.hpp"
#include "core/decode/words.hpp"

/// What the kernel says of pages, and segments of i386.
namespace troupe {

void write_residency(Decoder& decoder, std::uint64_t address, std::uint64_t bytes) {
    constexpr std::uint64_t page = 4096;
    if (!may_look_behind(decoder, address)) {
        return;
    }
    const std::uint64_t pages = bytes / page + (bytes % page != 0 ? 1 : 0);
    Words states(decoder, 1);
    std::uint64_t state = 0;
    write_counted_list(
        decoder, address, pages, 1, [&](std::uint64_t where) { return states.read(where, state); },
        [&] { decoder.unsigned_number(state & 1); });
}

namespace {

/// struct user_desc of asm/ldt.h.
struct Descriptor {
    std::uint32_t entry_number = 0;
    std::uint32_t base = 0;
    std::uint32_t limit = 0;
    std::uint32_t bits = 0;
};

struct BitField {
    std::string_view name;
    unsigned shift = 0;
    std::uint32_t mask = 1;
};

/// -1 asks for any entry that is free.
void write_entry_number(Decoder& decoder, std::uint32_t number) {
    number == ~std::uint32_t{0} ? decoder.signed_number(-1) : decoder.unsigned_number(number);
}

constexpr BitField bit_fields[] = {{"seg_32bit", 0},      {"contents", 1, 3},     {"read_exec_only", 3},
                                   {"limit_in_pages", 4}, {"seg_not_present", 5}, {"useable", 6}};

void write_descriptor(Decoder& decoder, const Descriptor& descriptor) {
    decoder.out.open(Shape::structure);
    decoder.out.field("entry_number");
    write_entry_number(decoder, descriptor.entry_number);
    decoder.out.field("base_addr");
    decoder.out.number(descriptor.base, NumberForm::wide_hex);
    decoder.out.field("limit");
    decoder.out.number(descriptor.limit, NumberForm::wide_hex);
    for (const BitField& field : bit_fields) {
        decoder.out.field(field.name);
        decoder.unsigned_number((descriptor.bits >> field.shift) & field.mask);
    }
    if (decoder.abi() != Abi::i386) {
        decoder.out.field("lm");
        decoder.unsigned_number((descriptor.bits >> 7) & 1);
    }
    decoder.out.close();
}

}  // namespace

void write_segment(Decoder& decoder, std::uint64_t address) {
    Descriptor descriptor;
    if (read_or_write_address(decoder, address, descriptor)) {
        write_descriptor(decoder, descriptor);
    }
}

/// Behind the call, what it was asked about is shown where the rest cannot be.
void write_thread_area(Decoder& decoder, std::uint64_t address) {
    Descriptor descriptor;
    if (decoder.at_exit && address != 0 && decoder.looks_behind()) {
        if (!decoder.failed() && decoder.memory().read_object(address, descriptor)) {
            write_descriptor(decoder, descriptor);
            return;
        }
        if (decoder.memory().read_object(address, descriptor.entry_number)) {
            decoder.out.open(Shape::structure);
            decoder.out.field("entry_number");
            write_entry_number(decoder, descriptor.entry_number);
            decoder.out.close(End::cut);
            return;
        }
    }
    write_segment(decoder, address);
}

void write_thread_area_entry(Decoder& decoder, std::uint64_t address) {
    Descriptor descriptor;
    if (address != 0 && decoder.looks_behind() && decoder.memory().read_object(address, descriptor)) {
        decoder.out.open(Shape::meaning);
        decoder.out.field("entry_number");
        decoder.unsigned_number(descriptor.entry_number);
        decoder.out.close();
    }
}

}  // namespace troupe
