// Calls that no program makes, on memory that is hostile: whatever it is, all formats agree about it, and JSON stays JSON.
#include "tests/support/every_format.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>

#include "tests/support/fake_memory.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe::tests {
namespace {

constexpr std::uint64_t page = 0x1000;
constexpr std::array<std::uint64_t, 3> pages{0x10000, 0x11000, 0x20000};

/// Draws everything from one seed, so that a failure comes again.
class Drawn {
 public:
    explicit Drawn(std::uint32_t seed) : random_(seed) {}

    std::uint64_t below(std::uint64_t limit) { return std::uniform_int_distribution<std::uint64_t>(0, limit - 1)(random_); }

    std::string bytes(std::size_t count) {
        const std::uint64_t sort = below(4);
        std::string bytes(count, '\0');
        for (char& byte : bytes) {
            byte = static_cast<char>(sort == 0   ? below(256)
                                     : sort == 1 ? 'a' + below(26)
                                     : sort == 2 ? below(8)
                                                 : (below(9) == 0 ? 0xff : 0));
        }
        // Pointers to other places of this memory, so that what is nested is looked at, too.
        for (std::size_t at = 0; sort != 1 && at + sizeof(std::uint64_t) <= count; at += 8 * (1 + below(6))) {
            const std::uint64_t pointer = address();
            std::memcpy(bytes.data() + at, &pointer, sizeof(pointer));
        }
        return bytes;
    }
    std::uint64_t address() {
        const std::uint64_t base = pages[below(pages.size())];
        return below(3) == 0 ? base + page - below(64) : base + 8 * below(page / 8);
    }
    std::uint64_t argument() {
        switch (below(6)) {
            case 0:
                return below(64);
            case 1:
                return ~std::uint64_t{0} >> below(64);
            case 2:
                return std::uint64_t{1} << below(64);
            case 3:
                return 0;
            default:
                return address();
        }
    }

 private:
    std::mt19937 random_;
};

SyscallId drawn_call(Drawn& drawn) {
    const Abi abi = all_abis[drawn.below(abi_count)];
    return {abi, static_cast<std::uint32_t>(drawn.below(syscall_limit(abi) + 1))};
}

void put_memory(Drawn& drawn, FakeMemory& memory) {
    for (const std::uint64_t where : pages) {
        memory.put(where, drawn.bytes(page));
    }
}

void check_one_call(std::uint32_t seed) {
    Drawn drawn(seed);
    FakeMemory memory;
    put_memory(drawn, memory);
    const SyscallId call = drawn_call(drawn);
    SCOPED_TRACE(name_of(call) + " drawn from " + std::to_string(seed));
    Shown shown;
    for (std::uint64_t& argument : shown.args) {
        argument = drawn.argument();
    }
    constexpr unsigned always = qualifier::trace;
    shown.qualifiers = always | (drawn.below(4) != 0 ? qualifier::verbose : 0) | (drawn.below(3) != 0 ? qualifier::abbrev : 0) |
                       (drawn.below(9) == 0 ? qualifier::raw : 0);
    const TextStyle style{.string_limit = drawn.below(40)};
    EveryFormat formats;
    formats.entry({call, shown, memory, style, false, 1, {}, drawn.below(2) == 0 ? 0 : drawn.address()});
    if (drawn.below(2) == 0) {
        put_memory(drawn, memory);
    }
    if (drawn.below(8) == 0) {
        shown.args[drawn.below(max_args)] = drawn.argument();  // as a hook may
    }
    shown.error = drawn.below(3) == 0 ? drawn.below(600) : 0;
    shown.result = shown.error != 0 ? -1 : static_cast<std::int64_t>(drawn.below(2) == 0 ? drawn.below(64) : drawn.argument());
    formats.exit({call, shown, memory, style, drawn.below(4) == 0, 1});
}

TEST(EveryFormat, AgreesAboutRandomCallsOnHostileMemory) {
    for (std::uint32_t seed = 0; seed < 4000 && !HasFailure(); ++seed) {
        check_one_call(seed);
    }
}

TEST(EveryFormat, AgreesAboutEveryCallThatThereIs) {
    for (const SyscallRow* row : syscall_rows()) {
        for (const Abi abi : all_abis) {
            const auto number = number_of(row->name, abi);
            FakeMemory memory;
            Drawn drawn(number.value_or(0));
            put_memory(drawn, memory);
            const TextStyle style;
            Shown shown;
            shown.qualifiers = qualifier::trace | qualifier::verbose;
            shown.args = {pages[0], pages[0] + 64, pages[1], pages[1] + 64, pages[2], pages[2] + 64};
            if (number) {
                EveryFormat formats;
                SCOPED_TRACE(row->name);
                formats.entry({{abi, *number}, shown, memory, style});
                formats.exit({{abi, *number}, shown, memory, style});
            }
        }
    }
}

// JSON has no place for two members of one name.
TEST(EveryFormat, NamesArgumentsOfOneCallDifferently) {
    for (const SyscallRow* row : syscall_rows()) {
        for (const Abi abi : all_abis) {
            const Signature& signature = signature_of(*row, abi);
            std::set<std::string_view> names;
            for (std::size_t i = 0; i < signature.count; ++i) {
                const Argument& argument = signature.arguments[i];
                if (argument.kind.tag != Tag::none) {
                    EXPECT_FALSE(argument.name.empty()) << row->name << ' ' << i;
                    EXPECT_TRUE(names.insert(argument.name).second) << row->name << ": " << argument.name;
                }
            }
        }
    }
}

}  // namespace
}  // namespace troupe::tests
