#include <gtest/gtest.h>

#include <algorithm>

#include "core/tables/flags/files.hpp"
#include "core/tables/flags/open.hpp"
#include "core/tables/structs/call_options.hpp"
#include "core/tables/structs/files.hpp"
#include "core/tables/structs/times.hpp"
#include "core/tables/values/process_calls.hpp"
#include "core/tables/values/socket_options.hpp"
#include "core/tables/values/sockets.hpp"
#include "troupe/core/syscalls.hpp"

/// What an argument is where a command says so.
namespace troupe {
namespace {

const Argument& argument_of(std::string_view name, std::size_t index) {
    const SyscallRow* row = row_of(calls_named(name).at(0));
    return row->signature.arguments.at(index);
}

const Choice* choice_of(const Kind& kind, std::uint64_t command) {
    command = kind.by_long ? command : command & kind.selector_mask;
    const auto found =
        std::find_if(kind.choices.begin(), kind.choices.end(), [command](const Choice& choice) { return choice.command == command; });
    return found == kind.choices.end() ? nullptr : &*found;
}

const Choice* choice_of(std::string_view name, std::size_t index, std::uint64_t command) {
    return choice_of(argument_of(name, index).kind, command);
}

TEST(ChosenArguments, FcntlTakesWhatItsCommandSays) {
    EXPECT_TRUE(choice_of("fcntl", 2, 3)->absent) << "F_GETFL";
    EXPECT_EQ(choice_of("fcntl", 2, 4)->argument.kind.flag_set, &open_flags) << "F_SETFL";
    EXPECT_EQ(choice_of("fcntl", 2, 2)->argument.kind.flag_set, &fd_flags) << "F_SETFD";
    EXPECT_EQ(choice_of("fcntl", 2, 5)->argument.phase, Phase::exit) << "F_GETLK";
    EXPECT_EQ(choice_of("fcntl64", 2, 13)->argument.kind.layout, &flock64_layout) << "F_SETLK64";
    EXPECT_EQ(choice_of("fcntl", 2, 9999), nullptr);
}

TEST(ChosenArguments, FutexWakeEndsWhereWaitHasATimeout) {
    constexpr std::uint64_t is_private = 128, realtime = 256;
    for (const std::uint64_t modifier : {std::uint64_t{0}, is_private, is_private | realtime}) {
        EXPECT_EQ(choice_of("futex", 3, 0 | modifier)->argument.kind.layout, &timespec_layout) << "FUTEX_WAIT";
        EXPECT_TRUE(choice_of("futex", 4, 0 | modifier)->absent) << "FUTEX_WAIT";
        EXPECT_TRUE(choice_of("futex", 3, 1 | modifier)->absent) << "FUTEX_WAKE";
        EXPECT_EQ(choice_of("futex", 4, 9 | modifier)->argument.kind.tag, Tag::none) << "FUTEX_WAIT_BITSET";
        EXPECT_EQ(choice_of("futex", 5, 9 | modifier)->argument.kind.value_set, &futex_bitsets) << "FUTEX_WAIT_BITSET";
        EXPECT_EQ(choice_of("futex", 2, 6 | modifier)->argument.kind.tag, Tag::none) << "FUTEX_LOCK_PI has no value";
    }
}

TEST(ChosenArguments, FutexOfI386HasATimeoutOf32Bits) {
    const SyscallRow* row = row_of({Abi::i386, 240});
    ASSERT_EQ(row->name, "futex");
    EXPECT_EQ(choice_of(signature_of(*row, Abi::i386).arguments[3].kind, 0)->argument.kind.layout, &timespec32_layout);
    const SyscallRow* wide = row_of({Abi::i386, 422});
    ASSERT_EQ(wide->name, "futex_time64");
    EXPECT_EQ(choice_of(signature_of(*wide, Abi::i386).arguments[3].kind, 0)->argument.kind.layout, &timespec_layout);
}

TEST(ChosenArguments, PrctlHasAsManyArgumentsAsItsCodeTakes) {
    EXPECT_TRUE(choice_of("prctl", 1, 3)->absent) << "PR_GET_DUMPABLE";
    EXPECT_EQ(choice_of("prctl", 1, 15)->argument.kind.tag, Tag::string) << "PR_SET_NAME";
    EXPECT_EQ(choice_of("prctl", 1, 16)->argument.phase, Phase::exit) << "PR_GET_NAME";
    EXPECT_TRUE(choice_of("prctl", 2, 15)->absent) << "PR_SET_NAME";
    EXPECT_EQ(choice_of("prctl", 2, 38), nullptr) << "PR_SET_NO_NEW_PRIVS has all five";
}

TEST(ChosenArguments, ProtocolsAndOptionsFollowDomainAndLevel) {
    EXPECT_EQ(choice_of("socket", 2, 2)->argument.kind.value_set, &socket_protocols);
    EXPECT_EQ(choice_of("socket", 2, 16)->argument.kind.value_set, &netlink_families);
    EXPECT_EQ(choice_of("setsockopt", 2, 6)->argument.kind.value_set, &tcp_options);
    const Kind& value = choice_of("setsockopt", 3, 1)->argument.kind;
    EXPECT_EQ(value.selector, 2);
    EXPECT_EQ(choice_of(value, 2)->argument.kind.tag, Tag::option_int) << "SO_REUSEADDR";
    EXPECT_EQ(choice_of(value, 13)->argument.kind.layout, &linger_layout) << "SO_LINGER";
    const auto other = std::ranges::find_if(value.choices, &Choice::otherwise);
    ASSERT_NE(other, value.choices.end());
    EXPECT_EQ(other->argument.kind.tag, Tag::option_value) << "SO_BINDTODEVICE";
    EXPECT_EQ(choice_of("getsockopt", 3, 1)->argument.phase, Phase::exit);
}

TEST(ChosenArguments, NoCommandIsListedTwiceForOneArgument) {
    for (const SyscallRow* row : syscall_rows()) {
        for (std::size_t i = 0; i < row->signature.count; ++i) {
            std::vector<std::uint64_t> commands;
            for (const Choice& choice : row->signature.arguments[i].kind.choices) {
                commands.push_back(choice.command);
            }
            std::sort(commands.begin(), commands.end());
            EXPECT_EQ(std::adjacent_find(commands.begin(), commands.end()), commands.end()) << row->name << ' ' << i;
        }
    }
}

TEST(ChosenArguments, SetsAndLayoutsStandWhereTheKindNeedsThem) {
    for (const SyscallRow* row : syscall_rows()) {
        for (const Abi abi : {Abi::x86_64, Abi::i386}) {
            for (const Argument& argument : signature_of(*row, abi).arguments) {
                const Kind& kind = argument.kind;
                if (kind.tag == Tag::own_number || kind.tag == Tag::own_memory) {
                    continue;  // a decoder of its own takes what it needs
                }
                if (kind.tag != Tag::unsigned_64) {  // in two registers of i386, which may be flags as well
                    EXPECT_EQ(kind.flag_set != nullptr, kind.tag == Tag::flags || kind.tag == Tag::creation_flags) << row->name;
                }
                EXPECT_EQ(kind.value_set != nullptr,
                          kind.tag == Tag::value || kind.tag == Tag::value_or_int || kind.tag == Tag::numbered_value)
                    << row->name;
                EXPECT_EQ(kind.layout != nullptr, kind.tag == Tag::structure || kind.tag == Tag::file_times) << row->name;
                EXPECT_EQ(kind.choices.empty(), kind.tag != Tag::selected) << row->name;
                EXPECT_EQ(kind.element != nullptr, kind.tag == Tag::pointed || kind.tag == Tag::array) << row->name;
            }
        }
    }
}

}  // namespace
}  // namespace troupe
