#include <string_view>

#include "core/format/numbers.hpp"
#include "troupe/core/stack.hpp"

namespace troupe {
namespace {

/// 0x0 as well: there is always a number.
void append_0x(std::uint64_t value, std::string& out) {
    out += "0x";
    append_number(out, value, 16);
}

void append_place(const CodePlace& place, std::string& out) {
    out += place.binary;
    out += '(';
    if (place.name) {
        out += *place.name;
        out += '+';
        append_0x(place.name_offset, out);
    }
    out += ") [";
    append_0x(place.offset, out);
    out += ']';
    if (!place.source.empty()) {
        out += ' ';
        out += place.source;
        out += ':';
        out += std::to_string(place.line);
    }
}

}  // namespace

void append_stack(const Stack& stack, std::string& out) {
    constexpr std::string_view lead = " > ";
    for (const StackFrame& frame : stack.frames) {
        out += lead;
        if (frame.place != nullptr) {
            append_place(*frame.place, out);
        } else {
            out += "unexpected_backtracing_error [";
            append_0x(frame.address, out);
            out += ']';
        }
        out += '\n';
    }
    if (stack.cut) {
        out.append(lead).append("too many stack frames\n");
    }
}

}  // namespace troupe
