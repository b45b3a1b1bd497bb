#include <gtest/gtest.h>

#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr SyscallId socketcall_id{Abi::i386, 102}, ipc_id{Abi::i386, 117};

TEST(Subcalls, SocketcallMeansTheCallOfItsFirstArgument) {
    const auto connect = subcall_of(socketcall_id, 3);
    ASSERT_TRUE(connect);
    EXPECT_EQ(name_of(connect->call), "connect");
    EXPECT_EQ(connect->call, (SyscallId{Abi::i386, 603}));
    EXPECT_EQ(connect->arguments_in_memory, 3);
    EXPECT_EQ(subcall_of(socketcall_id, 12)->arguments_in_memory, 6);
    EXPECT_EQ(name_of(subcall_of(socketcall_id, 20)->call), "sendmmsg");
}

TEST(Subcalls, IpcMeansTheCallOfTheLowHalfOfItsFirstArgument) {
    const auto receive = subcall_of(ipc_id, 0x1000c);
    ASSERT_TRUE(receive);
    EXPECT_EQ(name_of(receive->call), "msgrcv");
    EXPECT_EQ(receive->arguments_in_memory, 0);
    EXPECT_EQ(name_of(subcall_of(ipc_id, 24)->call), "shmctl");
}

TEST(Subcalls, IpcKeepsThePointerInTheFourthPlace) {
    EXPECT_EQ(subcall_of(ipc_id, 1)->order[1], 4) << "semop(semid, sops, nsops)";
    EXPECT_EQ(subcall_of(ipc_id, 22)->order[0], 4) << "shmdt(shmaddr)";
    EXPECT_EQ(subcall_of(ipc_id, 2)->order, (std::array<std::uint8_t, max_args>{1, 2, 3, 4, 5, 0})) << "semget has no pointer";
}

TEST(Subcalls, NumbersThatNoSubcallHasMeanTheMultiplexerItself) {
    for (const std::uint64_t word : {0ul, 21ul, 0xfffffffful}) {
        EXPECT_FALSE(subcall_of(socketcall_id, word)) << word;
    }
    for (const std::uint64_t word : {0ul, 5ul, 10ul, 15ul, 25ul, 0xfffful}) {
        EXPECT_FALSE(subcall_of(ipc_id, word)) << word;
    }
    EXPECT_FALSE(subcall_of({Abi::x86_64, 102}, 1)) << "getuid there";
}

TEST(Subcalls, EachSubcallLeadsBackToItsMultiplexer) {
    EXPECT_EQ(multiplexer_of({Abi::i386, 601}), socketcall_id);
    EXPECT_EQ(multiplexer_of({Abi::i386, 620}), socketcall_id);
    EXPECT_EQ(multiplexer_of({Abi::i386, 641}), ipc_id);
    EXPECT_EQ(multiplexer_of({Abi::i386, 664}), ipc_id);
    EXPECT_EQ(multiplexer_of({Abi::i386, 621}), std::nullopt);
    EXPECT_EQ(multiplexer_of({Abi::i386, 359}), std::nullopt) << "socket itself";
    EXPECT_EQ(multiplexer_of({Abi::x86_64, 601}), std::nullopt);
}

TEST(Subcalls, ANameWithADirectNumberAndASubcallHasBoth) {
    EXPECT_EQ(calls_named("socket"), (std::vector<SyscallId>{{Abi::x86_64, 41}, {Abi::i386, 359}, {Abi::i386, 601}, {Abi::x32, 41}}));
    EXPECT_EQ(number_of("socket", Abi::i386), std::optional<std::uint32_t>{359});
}

TEST(Subcalls, ANameThatI386HasOnlyAsSubcallHasThatNumberThere) {
    EXPECT_EQ(number_of("send", Abi::i386), std::optional<std::uint32_t>{609});
    EXPECT_EQ(number_of("accept", Abi::i386), std::optional<std::uint32_t>{605});
    EXPECT_EQ(number_of("send", Abi::x86_64), std::nullopt);
}

}  // namespace
}  // namespace troupe
