#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "tests/support/leaves.hpp"
#include "troupe/core/decode.hpp"
#include "troupe/core/json_writer.hpp"
#include "troupe/core/text_writer.hpp"

namespace troupe::tests {

/// One call in every format, half by half. All have to agree: text through a tape is the text, and JSON is valid and has the same values.
class EveryFormat {
 public:
    void entry(const CallView& call) {
        *this = EveryFormat();
        TextWriter text_writer(text_);
        decode_entry(call, text_writer, text_half_);
        JsonWriter json_writer(json_);
        decode_entry(call, json_writer, json_half_);
        closing_ = json_writer.closing();
        decode_entry(call, entry_tape_, tape_half_);
        decode_entry(call, leaves_, leaves_half_);
        EXPECT_EQ(text_, replayed(entry_tape_)) << "text through a tape";
        EXPECT_TRUE(nlohmann::ordered_json::accept(json_ + closing_)) << "unfinished: " << json_ << closing_;
    }

    /// May be called again, for another end of the same call.
    void exit(const CallView& call) {
        std::string text = text_;
        TextWriter text_writer(text);
        decode_exit(call, text_half_, text_writer);
        text += ' ';
        decode_result(call, text_writer);
        Tape tape;
        decode_exit(call, tape_half_, tape);
        Tape result_tape;
        decode_result(call, result_tape);
        EXPECT_EQ(text.substr(text_.size()), replayed(tape) + ' ' + replayed(result_tape)) << "text through a tape";
        std::string json = json_;
        JsonWriter json_writer(json);
        decode_exit(call, json_half_, json_writer);
        std::string meaning;
        JsonWriter meaning_writer(meaning);
        decode_result(call, meaning_writer);
        Leaves leaves = leaves_;
        decode_exit(call, leaves_half_, leaves);
        decode_result(call, leaves);
        check_json("[" + json + (meaning.empty() ? "" : ",{" + meaning.substr(1) + "}") + "]", leaves.values);
        ended_ = text + tampering_of(call);
    }

    /// Of the entry half, and of the whole call.
    [[nodiscard]] const std::string& begun() const { return text_; }
    [[nodiscard]] const std::string& ended() const { return ended_; }

 private:
    static std::string replayed(const Tape& tape) {
        std::string text;
        TextWriter writer(text);
        tape.replay(writer);
        return text;
    }

    static void check_json(const std::string& json, const std::vector<std::string>& values) {
        const auto parsed = nlohmann::ordered_json::parse(json, nullptr, false);
        ASSERT_FALSE(parsed.is_discarded()) << json;
        EXPECT_EQ(Leaves::of(parsed), values) << json;
    }

    std::string text_;
    std::string ended_;
    std::string json_;
    std::string closing_;
    Tape entry_tape_;
    Leaves leaves_;
    HalfDone text_half_;
    HalfDone json_half_;
    HalfDone tape_half_;
    HalfDone leaves_half_;
};

}  // namespace troupe::tests
