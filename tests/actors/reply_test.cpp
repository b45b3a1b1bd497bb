#include "actors/reply.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "tests/actors/asker.hpp"

namespace troupe {
namespace {

using Word = Reply::Word;

TEST(Reply, WhatWasToldBeforeIsThereAtOnce) {
    Reply reply;
    reply.tell(Word::answered);
    EXPECT_EQ(reply.wait(0), Word::answered);
    Reply other;
    other.tell(Word::baton_is_yours);
    EXPECT_EQ(other.wait(1000), Word::baton_is_yours);
}

TEST(Reply, WhoSleepsIsWoken) {
    Reply reply;
    Word word = Word::nothing_yet;
    tests::Asker asker([&] { word = reply.wait(0); });
    asker.wait_until_queued();
    reply.tell(Word::baton_is_yours);
    asker.join();
    EXPECT_EQ(word, Word::baton_is_yours);
}

/// The teller waits for every length of time in which the other looks, goes to sleep, or sleeps.
TEST(Reply, WhoIsToldInAnyMomentGoesOn) {
    constexpr unsigned rounds = 50'000;
    std::atomic<Reply*> asked{nullptr};
    std::thread teller([&] {
        for (unsigned round = 0; round < rounds; ++round) {
            Reply* reply = nullptr;
            while ((reply = asked.exchange(nullptr)) == nullptr) {
                std::this_thread::yield();
            }
            for (unsigned i = 0; i < round % 200; ++i) {
                __builtin_ia32_pause();
            }
            reply->tell(round % 2 == 0 ? Word::answered : Word::baton_is_yours);
        }
    });
    unsigned wrong = 0;
    for (unsigned round = 0; round < rounds; ++round) {
        Reply reply;  // at the same address each time: a late wake-up of the last round would be taken for one of this
        asked.store(&reply);
        wrong += reply.wait(round % 3 == 0 ? 100 : 0) == (round % 2 == 0 ? Word::answered : Word::baton_is_yours) ? 0 : 1;
    }
    teller.join();
    EXPECT_EQ(wrong, 0U);
}

}  // namespace
}  // namespace troupe
