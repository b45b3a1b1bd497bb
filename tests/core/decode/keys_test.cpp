#include <gtest/gtest.h>
#include <linux/keyctl.h>

#include <array>
#include <cstdint>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// What keyctl(2) takes for its operations with public keys.
namespace troupe::tests {
namespace {

std::string line(const std::string& arguments) { return "keyctl(KEYCTL_" + arguments + ") = -1 EOPNOTSUPP (Operation not supported)"; }

struct WithBuffers : DecodedCall {
    WithBuffers() : DecodedCall("keyctl") {
        memory.put(other_place, std::string_view("info", sizeof("info")));
        memory.put(other_place + 0x100, "plain");
        memory.put(third_place, "secret");
    }
};

TEST(KeyOperations, ShowAsMuchOfTheirDataAsTheySay) {
    keyctl_pkey_params parameters{};
    parameters.key_id = -3;
    parameters.in_len = 3;
    parameters.out_len = 4;
    WithBuffers fails;
    fails.memory.put_object(place, parameters);
    EXPECT_EQ(fails.args({25, place, other_place, other_place + 0x100, third_place}).fails(95),
              line("PKEY_ENCRYPT, {key_id=KEY_SPEC_SESSION_KEYRING, in_len=3, out_len=4}, \"info\", \"pla\", 0x3000"));
    WithBuffers signs;
    signs.memory.put_object(place, parameters);
    EXPECT_EQ(signs.args({27, place, 0, 0, third_place}).returns(4),
              "keyctl(KEYCTL_PKEY_SIGN, {key_id=KEY_SPEC_SESSION_KEYRING, in_len=3, out_len=4}, NULL, NULL, \"secr\") = 4");
    WithBuffers verifies;
    parameters.__spare[0] = 1;
    verifies.memory.put_object(place, parameters);
    EXPECT_EQ(verifies.args({28, place, other_place, other_place + 0x100, third_place}).fails(95),
              line("PKEY_VERIFY, {key_id=KEY_SPEC_SESSION_KEYRING, in_len=3, in2_len=4, __spare=[0x1, 0, 0, 0, 0, 0, 0]}, \"info\", "
                   "\"pla\", \"secr\""));
    EXPECT_EQ(WithBuffers().args({26, place, other_place, other_place + 0x100, third_place}).fails(95),
              line("PKEY_DECRYPT, 0x1000, \"info\", 0x2100, 0x3000"));
}

TEST(KeyOperations, TellWhatAKeyIsGoodFor) {
    keyctl_pkey_query told{};
    told.supported_ops = 5;
    told.key_size = 2048;
    told.max_sig_size = 2;
    WithBuffers call;
    call.memory.put_object(place, told);
    EXPECT_EQ(call.args({24, 5, 0, other_place, place}).returns(0),
              "keyctl(KEYCTL_PKEY_QUERY, 5, 0, \"info\", {supported_ops=KEYCTL_SUPPORTS_ENCRYPT|KEYCTL_SUPPORTS_SIGN, key_size=2048, "
              "max_data_size=0, max_sig_size=2, max_enc_size=0, max_dec_size=0}) = 0");
    EXPECT_EQ(WithBuffers().args({24, 5, 7, 0, place}).fails(95), line("PKEY_QUERY, 5, 0x7, NULL, 0x1000"));
}

TEST(KeyOperations, AgreeOnASecret) {
    WithBuffers call;
    call.memory.put_object(place, std::array<std::int32_t, 3>{1, 2, -3});
    call.memory.put(third_place + 0x100, std::string_view("sha1", sizeof("sha1")));
    call.memory.put_object(third_place + 0x200, std::array<std::uint64_t, 7>{third_place + 0x100, other_place, 4, 0, 0, 0, 0});
    EXPECT_EQ(call.args({23, place, third_place, 6, third_place + 0x200}).returns(6),
              "keyctl(KEYCTL_DH_COMPUTE, {private=1, prime=2, base=KEY_SPEC_SESSION_KEYRING}, \"secret\", 6, {hashname=\"sha1\", "
              "otherinfo=\"info\", otherinfolen=4}) = 6");
    EXPECT_EQ(WithBuffers().args({23, place, third_place, 6, 0}).fails(95), line("DH_COMPUTE, 0x1000, 0x3000, 6, NULL"));
}

TEST(KeyOperations, AreTold) {
    DecodedCall call("keyctl");
    call.memory.put_object(place, std::array<std::uint8_t, 3>{0x81, 6, 0xff});
    EXPECT_EQ(call.args({31, place, 8}).returns(3),
              "keyctl(KEYCTL_CAPABILITIES, [KEYCTL_CAPS0_CAPABILITIES|KEYCTL_CAPS0_MOVE, "
              "KEYCTL_CAPS1_NS_KEY_TAG|KEYCTL_CAPS1_NOTIFICATIONS, 0xff], 8) = 3");
    EXPECT_EQ(DecodedCall("keyctl").args({31, place, 0}).returns(2), "keyctl(KEYCTL_CAPABILITIES, [], 0) = 2");
}

}  // namespace
}  // namespace troupe::tests
