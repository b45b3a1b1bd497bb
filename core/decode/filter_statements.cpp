#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"
#include "core/decode/list.hpp"
#include "core/tables/values/classic_bpf.hpp"

/// Programs of classic BPF (linux/filter.h), a statement an element: BPF_STMT(code, k), BPF_JUMP(code, k, jt, jf).
namespace troupe {

namespace {

/// struct sock_filter.
struct FilterStatement {
    std::uint16_t code = 0;
    std::uint8_t if_true = 0;
    std::uint8_t if_false = 0;
    std::uint32_t k = 0;
};

bool jumps(const FilterStatement& statement) { return statement.if_true != 0 || statement.if_false != 0; }

/// What seccomp does next is in the upper half, what it does it with in the lower one.
void write_returned(Writer& out, std::uint32_t word, const ValueSet& returned) {
    constexpr std::uint32_t data = 0xffff;  // SECCOMP_RET_DATA (linux/seccomp.h)
    out.open(Shape::any_of);
    out.element();
    out.constant(returned, word & ~data);
    if ((word & data) != 0) {
        out.element();
        out.number(word & data, NumberForm::hex);
    }
    out.close();
}

void write_statement(Writer& out, const FilterStatement& statement, const ValueSet* returned) {
    const auto number = [&out](std::uint64_t value) {
        out.element();
        out.number(value, NumberForm::hex);
    };
    out.open(Shape::function, jumps(statement) ? "BPF_JUMP" : "BPF_STMT");
    out.element();
    write_word_parts(out, filter_code_parts(statement.code), statement.code);
    if (returned != nullptr && !jumps(statement) && filter_code_returns(statement.code)) {
        out.element();
        write_returned(out, statement.k, *returned);
    } else {
        number(statement.k);
    }
    if (jumps(statement)) {
        number(statement.if_true);
        number(statement.if_false);
    }
    out.close();
}

}  // namespace

void write_filter_statements(Decoder& decoder, std::uint64_t address, std::uint64_t count, const ValueSet* returned) {
    constexpr std::uint64_t most_statements = 4096;  // BPF_MAXINSNS
    if (decoder.abbreviates()) {
        write_unread(decoder, address);
        return;
    }
    if (!may_look_behind(decoder, address)) {
        return;
    }
    FilterStatement statement;
    const auto next = [&](std::uint64_t number, std::uint64_t where) {
        if (number >= count) {
            return Next::end;
        }
        if (number >= most_statements) {
            return Next::more_than_shown;
        }
        return decoder.memory().read_object(where, statement) ? Next::element : Next::unreadable;
    };
    write_list(decoder, address, sizeof(statement), next, [&] { write_statement(decoder.out, statement, returned); });
}

}  // namespace troupe
