#include "troupe/core/tape.hpp"

#include <cstring>
#include <type_traits>

namespace troupe {

enum class Tape::Verb : std::uint8_t {
    number,
    constant,
    flags,
    symbol,
    spelled_number,
    spelled_bytes,
    signal,
    descriptor,
    working_directory,
    process,
    address,
    bytes,
    unknown,
    error,
    open,
    reopen,
    close,
    field,
    filled_field,
    unnamed_field,
    left_out,
    element,
    becomes,
    comment,
};

namespace {

constexpr std::uint8_t is_cut = 0x80;

/// What was kept, in the order in which it was.
class Reader {
 public:
    explicit Reader(std::string_view kept) : kept_(kept) {}

    [[nodiscard]] bool at_end() const { return kept_.empty(); }
    std::uint8_t byte() {
        const auto value = static_cast<std::uint8_t>(kept_.front());
        kept_.remove_prefix(1);
        return value;
    }
    std::uint64_t word() {
        std::uint64_t value = 0;
        std::memcpy(&value, kept_.data(), sizeof value);
        kept_.remove_prefix(sizeof value);
        return value;
    }
    int number() { return static_cast<int>(word()); }
    std::string_view text() {
        const std::size_t length = word();
        const std::string_view text = kept_.substr(0, length);
        kept_.remove_prefix(length);
        return text;
    }
    template <typename Set>
    const Set& set() {
        return *reinterpret_cast<const Set*>(static_cast<std::uintptr_t>(word()));
    }

 private:
    std::string_view kept_;
};

template <typename Set>
std::uint64_t place_of(const Set& set) {
    return reinterpret_cast<std::uintptr_t>(&set);
}

std::uint64_t widened(int number) { return static_cast<std::uint64_t>(static_cast<std::int64_t>(number)); }

template <typename Enum>
std::uint8_t detail_of(Enum value) {
    return static_cast<std::uint8_t>(value);
}

}  // namespace

void Tape::verb(Verb verb, std::uint8_t detail) {
    kept_ += static_cast<char>(verb);
    kept_ += static_cast<char>(detail);
}

void Tape::word(std::uint64_t value) { kept_.append(reinterpret_cast<const char*>(&value), sizeof value); }

void Tape::text(std::string_view text) {
    word(text.size());
    kept_ += text;
}

void Tape::number(std::uint64_t value, NumberForm form) {
    verb(Verb::number, detail_of(form));
    word(value);
}

// Sets have static storage: they are tables.
void Tape::constant(const ValueSet& set, std::uint64_t value) {
    verb(Verb::constant);
    word(place_of(set));
    word(value);
}

void Tape::flags(const FlagSet& set, std::uint64_t bits) {
    verb(Verb::flags);
    word(place_of(set));
    word(bits);
}

void Tape::symbol(std::string_view name, std::uint64_t value, NumberForm form) {
    verb(Verb::symbol, detail_of(form));
    text(name);
    word(value);
}

void Tape::spelled(std::uint64_t value, NumberForm form) {
    verb(Verb::spelled_number, detail_of(form));
    word(value);
}

void Tape::spelled(std::string_view bytes) {
    verb(Verb::spelled_bytes);
    text(bytes);
}

void Tape::signal(int number) {
    verb(Verb::signal);
    word(widened(number));
}

void Tape::descriptor(int fd) {
    verb(Verb::descriptor);
    word(widened(fd));
}

void Tape::working_directory() { verb(Verb::working_directory); }

void Tape::process(int pid, IdOf what) {
    verb(Verb::process, detail_of(what));
    word(widened(pid));
}

void Tape::address(std::uint64_t value, Why why) {
    verb(Verb::address, detail_of(why));
    word(value);
}

void Tape::bytes(std::string_view bytes, BytesForm form, bool cut) {
    verb(Verb::bytes, static_cast<std::uint8_t>(detail_of(form) | (cut ? is_cut : 0)));
    text(bytes);
}

void Tape::unknown() { verb(Verb::unknown); }

void Tape::error(std::uint32_t number) {
    verb(Verb::error);
    word(number);
}

void Tape::open(Shape shape, std::string_view name) {
    verb(Verb::open, detail_of(shape));
    text(name);
}

void Tape::reopen(Shape shape, bool empty) {
    verb(Verb::reopen, detail_of(shape));
    word(empty ? 1 : 0);
}

void Tape::close(End end, std::uint64_t where) {
    verb(Verb::close, detail_of(end));
    word(where);
}

void Tape::field(std::string_view name, Named named) {
    verb(Verb::field, detail_of(named));
    text(name);
}

void Tape::filled_field(std::string_view call, std::string_view name, std::string_view bytes) {
    verb(Verb::filled_field);
    text(call);
    text(name);
    text(bytes);
}

void Tape::unnamed_field(std::string_view what) {
    verb(Verb::unnamed_field);
    text(what);
}

void Tape::left_out() { verb(Verb::left_out); }

void Tape::element() { verb(Verb::element); }

void Tape::becomes() { verb(Verb::becomes); }

void Tape::comment(std::string_view comment) {
    verb(Verb::comment);
    text(comment);
}

void Tape::replay(Writer& writer, Slice slice) const {
    Reader reader(of(slice));
    while (!reader.at_end()) {
        const auto verb = static_cast<Verb>(reader.byte());
        const std::uint8_t detail = reader.byte();
        switch (verb) {
            case Verb::number:
                writer.number(reader.word(), static_cast<NumberForm>(detail));
                break;
            case Verb::constant: {
                const auto& set = reader.set<ValueSet>();
                writer.constant(set, reader.word());
                break;
            }
            case Verb::flags: {
                const auto& set = reader.set<FlagSet>();
                writer.flags(set, reader.word());
                break;
            }
            case Verb::symbol: {
                const std::string_view name = reader.text();
                writer.symbol(name, reader.word(), static_cast<NumberForm>(detail));
                break;
            }
            case Verb::spelled_number:
                writer.spelled(reader.word(), static_cast<NumberForm>(detail));
                break;
            case Verb::spelled_bytes:
                writer.spelled(reader.text());
                break;
            case Verb::signal:
                writer.signal(reader.number());
                break;
            case Verb::descriptor:
                writer.descriptor(reader.number());
                break;
            case Verb::working_directory:
                writer.working_directory();
                break;
            case Verb::process:
                writer.process(reader.number(), static_cast<IdOf>(detail));
                break;
            case Verb::address:
                writer.address(reader.word(), static_cast<Why>(detail));
                break;
            case Verb::bytes:
                writer.bytes(reader.text(), static_cast<BytesForm>(detail & ~is_cut), (detail & is_cut) != 0);
                break;
            case Verb::unknown:
                writer.unknown();
                break;
            case Verb::error:
                writer.error(static_cast<std::uint32_t>(reader.word()));
                break;
            case Verb::open:
                writer.open(static_cast<Shape>(detail), reader.text());
                break;
            case Verb::reopen:
                writer.reopen(static_cast<Shape>(detail), reader.word() != 0);
                break;
            case Verb::close:
                writer.close(static_cast<End>(detail), reader.word());
                break;
            case Verb::field:
                writer.field(reader.text(), static_cast<Named>(detail));
                break;
            case Verb::filled_field: {
                const std::string_view call = reader.text();
                const std::string_view name = reader.text();
                writer.filled_field(call, name, reader.text());
                break;
            }
            case Verb::unnamed_field:
                writer.unnamed_field(reader.text());
                break;
            case Verb::left_out:
                writer.left_out();
                break;
            case Verb::element:
                writer.element();
                break;
            case Verb::becomes:
                writer.becomes();
                break;
            case Verb::comment:
                writer.comment(reader.text());
                break;
        }
    }
}

}  // namespace troupe
