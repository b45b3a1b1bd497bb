// Any call with any arguments, on any memory, in any two halves, becomes text and valid JSON: no crash, no endless work.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>

#include "tests/fuzz/valid_json.hpp"
#include "troupe/core/check.hpp"
#include "troupe/core/decode.hpp"
#include "troupe/core/json_writer.hpp"
#include "troupe/core/syscalls.hpp"
#include "troupe/core/tape.hpp"
#include "troupe/core/text_writer.hpp"

namespace {

/// Also where the call never ends, and where the halves met other arguments and other memory.
void check_json(const troupe::CallView& entry, const troupe::CallView& exit) {
    std::string json;
    troupe::JsonWriter begun(json);
    troupe::HalfDone half;
    decode_entry(entry, begun, half);
    TROUPE_CHECK(troupe::fuzz::is_valid_json(json + begun.closing()), "an unfinished call that is no JSON");
    troupe::JsonWriter ended(json);
    decode_exit(exit, half, ended);
    TROUPE_CHECK(troupe::fuzz::is_valid_json(json), "a call that is no JSON");
    std::string meaning = R"({"result":0)";
    troupe::JsonWriter meaning_writer(meaning);
    decode_result(exit, meaning_writer);
    TROUPE_CHECK(troupe::fuzz::is_valid_json(meaning + '}'), "a meaning that is no JSON");
}

std::string text_through_tape(const troupe::CallView& entry) {
    troupe::Tape tape;
    troupe::HalfDone half;
    decode_entry(entry, tape, half);
    std::string text;
    troupe::TextWriter writer(text);
    tape.replay(writer);
    return text;
}

/// Hands out the input as numbers, and as the memory of a tracee: every address reads from somewhere in the input, and some addresses
/// nothing.
class Input final : public troupe::Memory {
 public:
    Input(const std::uint8_t* data, std::size_t size) : bytes_(data, size) {}

    template <typename T>
    T take() {
        T value{};
        const std::size_t wanted = std::min(sizeof(T), bytes_.size() - next_);
        std::memcpy(&value, bytes_.data() + next_, wanted);
        next_ += wanted;
        return value;
    }

    std::size_t read(std::uint64_t address, std::span<std::byte> out) override {
        if (bytes_.empty() || address % 61 == 7) {
            return 0;
        }
        const std::size_t readable = address % 13 == 5 ? out.size() / 2 : out.size();
        for (std::size_t i = 0; i < readable; ++i) {
            out[i] = std::byte{bytes_[(address + i) % bytes_.size()]};
        }
        return readable;
    }

    troupe::StringEnd read_string(std::uint64_t address, std::size_t limit, std::string& out) override {
        out.clear();
        if (bytes_.empty() || address % 61 == 7) {
            return troupe::StringEnd::fault;
        }
        for (std::size_t i = 0; i < limit; ++i) {
            const std::uint8_t byte = bytes_[(address + i) % bytes_.size()];
            if (byte == 0) {
                return troupe::StringEnd::terminated;
            }
            out += static_cast<char>(byte);
        }
        return troupe::StringEnd::limit;
    }

    troupe::Written write(std::uint64_t, std::span<const std::byte>) override { return troupe::Written::fault; }

 private:
    std::span<const std::uint8_t> bytes_;
    std::size_t next_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input(data, size);
    const auto abi = troupe::all_abis[input.take<std::uint8_t>() % troupe::abi_count];
    const troupe::SyscallId call{abi, input.take<std::uint16_t>() % (troupe::syscall_limit(abi) + 1)};
    troupe::Shown shown;
    for (std::uint64_t& argument : shown.args) {
        const auto kind = input.take<std::uint8_t>() % 4;
        argument = kind == 0 ? input.take<std::uint64_t>() : kind == 1 ? input.take<std::uint32_t>() : input.take<std::uint8_t>();
    }
    // Whole arrays of what a tracee calls their length are bounded, but too slow for a fuzzer: half of the runs abbreviate.
    shown.qualifiers = input.take<std::uint8_t>() & 15;
    const troupe::TextStyle style;
    const troupe::CallView entry{call, shown, input, style, false, 1};
    std::string text;
    troupe::TextWriter text_writer(text);
    troupe::HalfDone half;
    decode_entry(entry, text_writer, half);
    TROUPE_CHECK(text.find('(') != std::string::npos, "an entry without a call");
    TROUPE_CHECK(text_through_tape(entry) == text, "text through a tape is another");
    // A hook may change what is shown between the halves, and the tracee its memory.
    troupe::Shown after = shown;
    if (input.take<std::uint8_t>() % 8 == 0) {
        after.args[input.take<std::uint8_t>() % troupe::max_args] = input.take<std::uint64_t>();
    }
    after.error = input.take<std::uint8_t>() % 4 == 0 ? input.take<std::uint16_t>() % 600 : 0;
    after.result = after.error != 0 ? -1 : input.take<std::int32_t>();
    const troupe::CallView exit{call, after, input, style, input.take<std::uint8_t>() % 2 == 0, 1};
    std::string rest;
    std::string result;
    troupe::TextWriter rest_writer(rest);
    troupe::TextWriter result_writer(result);
    decode_exit(exit, half, rest_writer);
    decode_result(exit, result_writer);
    TROUPE_CHECK(rest.ends_with(')') && result.starts_with("= "), "an exit without an end");
    check_json(entry, exit);
    return 0;
}
