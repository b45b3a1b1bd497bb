// Stacks of children of our own, whose functions are known.

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstring>
#include <map>

#include "core/stack/binary.hpp"
#include "tests/core/ptrace/traced.hpp"
#include "troupe/core/stack.hpp"
#include "troupe/core/tracee_memory.hpp"

namespace troupe::tests {
namespace {

/// Functions with C's names, which are not inlined and call nothing as the last thing that they do.
extern "C" {
[[gnu::noinline]] long stack_test_inner() {
    const long parent = ::syscall(SYS_getppid);
    return parent + 1;
}
[[gnu::noinline]] long stack_test_outer(int more) { return (more > 0 ? stack_test_outer(more - 1) : stack_test_inner()) + 1; }
}

/// At the entry of getppid, called by stack_test_inner.
Stack stack_of_a_child(const StackChoice& choice, int depth = 0) {
    Traced traced([depth] { return stack_test_outer(depth) > 0 ? 0 : 1; });
    const Stopped stopped = at_entry_of(traced.held(), {Abi::x86_64, SYS_getppid});
    TraceeMemory memory(stopped.tid());
    return StackReader(choice).read(stopped.tid(), must(unwind_registers(stopped)), memory);
}

std::string name_in(const Stack& stack, std::size_t index) {
    return index < stack.frames.size() && stack.frames[index].place != nullptr ? stack.frames[index].place->name.value_or("") : "";
}

TEST(StackReader, FindsTheFunctionsFromTheInnermostOn) {
    const Stack stack = stack_of_a_child({.wanted = true});
    EXPECT_EQ(name_in(stack, 0), "syscall");
    EXPECT_EQ(name_in(stack, 1), "stack_test_inner");
    EXPECT_EQ(name_in(stack, 2), "stack_test_outer");
    EXPECT_FALSE(stack.cut);
    ASSERT_GT(stack.frames.size(), 4U);
    EXPECT_EQ(name_in(stack, stack.frames.size() - 1), "_start");
    EXPECT_TRUE(stack.frames[1].place->binary.ends_with("/test_core_stack")) << stack.frames[1].place->binary;
    EXPECT_EQ(stack.frames[1].place->source, "");
}

TEST(StackReader, StopsAtTheLimit) {
    const Stack stack = stack_of_a_child({.wanted = true, .frame_limit = 5}, 20);
    EXPECT_EQ(stack.frames.size(), 5U);
    EXPECT_TRUE(stack.cut);
    EXPECT_EQ(name_in(stack, 4), "stack_test_outer");
}

/// Words at addresses from 0x1000 on.
class Words final : public Memory {
 public:
    explicit Words(std::vector<std::uint64_t> words) : words_(std::move(words)) {}
    std::size_t read(std::uint64_t address, std::span<std::byte> out) override {
        const std::size_t size = words_.size() * sizeof(std::uint64_t);
        if (address < start || address - start >= size) {
            return 0;
        }
        const std::size_t got = std::min<std::size_t>(out.size(), size - (address - start));
        std::memcpy(out.data(), reinterpret_cast<const std::byte*>(words_.data()) + (address - start), got);
        return got;
    }
    StringEnd read_string(std::uint64_t, std::size_t, std::string&) override { return StringEnd::fault; }
    Written write(std::uint64_t, std::span<const std::byte>) override { return Written::fault; }
    static constexpr std::uint64_t start = 0x1000;

 private:
    std::vector<std::uint64_t> words_;
};

TEST(StackReader, MemoryOfNoFileEndsAStack) {
    Words nothing({});
    UnwindRegisters registers;
    registers.program_counter() = 0x10;
    const Stack stack = StackReader({.wanted = true}).read(::getpid(), registers, nothing);
    ASSERT_EQ(stack.frames.size(), 1U);
    EXPECT_EQ(stack.frames[0].place, nullptr);
    EXPECT_EQ(stack.frames[0].address, 0x10U);
}

TEST(FramePointer, LeadsToTheCallerWhereThereIsOne) {
    Words memory({0x1020, 0xcafe, 0, 0, 0x0, 0});
    StackMemory words(memory, 8);
    UnwindRegisters registers;
    registers.stack_pointer() = 0x1000;
    registers.frame_pointer() = 0x1000;
    ASSERT_TRUE(step_by_frame_pointer(registers, words));
    EXPECT_EQ(registers.program_counter(), 0xcafeU);
    EXPECT_EQ(registers.stack_pointer(), 0x1010U);
    EXPECT_FALSE(step_by_frame_pointer(registers, words)) << "the caller's address is 0";
    registers.frame_pointer() = 0x900;
    EXPECT_FALSE(step_by_frame_pointer(registers, words)) << "below the stack pointer";
}

TEST(Mappings, AreThoseOfTheMoment) {
    Mappings mappings(::getpid());
    const Mapping* code = mappings.at(reinterpret_cast<std::uintptr_t>(&stack_test_inner));
    ASSERT_NE(code, nullptr);
    EXPECT_TRUE(code->has_file());
    EXPECT_TRUE(code->name.ends_with("/test_core_stack")) << code->name;
    EXPECT_EQ(mappings.at(reinterpret_cast<std::uintptr_t>(&stack_test_outer)), code);
    EXPECT_EQ(mappings.at(1), nullptr);
}

TEST(Binary, ThatIsNoneHasPlacesWithoutNames) {
    Binary none("/nowhere", "/nowhere");
    EXPECT_EQ(none.place_at(0x10, false, true)->name, std::nullopt);
    EXPECT_EQ(none.place_at(0x10, false, true)->binary, "/nowhere");
    EXPECT_EQ(none.address_of(0x10), std::nullopt);
    Binary text("/etc/passwd", "/etc/passwd");
    EXPECT_EQ(text.place_at(1, true, true)->name, std::nullopt);
    EXPECT_EQ(text.rule_at(1, true), nullptr);
    std::vector<char> noise(4096, '\x7f');
    std::memcpy(noise.data(), "\177ELF\2\1\1", 7);
    Binary broken("[vdso]", std::move(noise));
    EXPECT_EQ(broken.place_at(1, true, true)->name, std::nullopt);
    EXPECT_EQ(broken.rule_at(1, true), nullptr);
}

TEST(Symbols, OfCPlusPlusAreDemangledAndOthersAreNot) {
    EXPECT_EQ(demangled("_Z7handleri"), "handler(int)");
    EXPECT_EQ(demangled("main"), "main");
    EXPECT_EQ(demangled("i"), "i");
    EXPECT_EQ(demangled("_Z"), "_Z");
}

}  // namespace
}  // namespace troupe::tests
