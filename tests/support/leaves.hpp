#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/constant_text.hpp"
#include "troupe/core/json_text.hpp"
#include "troupe/core/writer.hpp"

namespace troupe::tests {

/// The values that are written, one after the other, whatever stands around them: what a format must not lose, add or put elsewhere.
class Leaves final : public Writer {
 public:
    std::vector<std::string> values;

    void number(std::uint64_t value, NumberForm form) override {
        if (form == NumberForm::permissions) {
            char text[32];
            std::snprintf(text, sizeof text, value < 8 ? "00%llo" : "0%llo", static_cast<unsigned long long>(value));
            add(text);
        } else {
            add(form == NumberForm::decimal ? std::to_string(static_cast<std::int64_t>(value)) : std::to_string(value));
        }
    }
    void constant(const ValueSet& set, std::uint64_t value) override {
        const std::string_view name = name_in(set, value);
        add(name.empty() ? std::to_string(value) : std::string(name));
    }
    void flags(const FlagSet& set, std::uint64_t bits) override {
        visit_flags(set, bits, Names{*this});
        has_value_ = true;
    }
    void symbol(std::string_view name, std::uint64_t, NumberForm) override { add(name); }
    void spelled(std::uint64_t, NumberForm) override {}
    void spelled(std::string_view) override {}
    void signal(int number) override {
        std::string text;
        append_signal(text, number);
        add(text);
    }
    void descriptor(int fd) override { add(std::to_string(fd)); }
    void working_directory() override { add("AT_FDCWD"); }
    void process(int pid, IdOf) override { add(std::to_string(pid)); }
    void address(std::uint64_t value, Why why) override {
        add(value == 0 && why != Why::unreadable && why != Why::unreadable_part ? "null" : hex(value));
        if (why == Why::unreadable || why == Why::unreadable_part) {
            add("true");
        }
    }
    void bytes(std::string_view bytes, BytesForm form, bool cut) override {
        const std::string whole =
            (form == BytesForm::abstract ? std::string(1, '\0') : std::string()) + std::string(without_end(bytes, form, cut));
        if (form != BytesForm::hex && json::is_utf8(whole)) {
            add(whole);
        } else {
            std::string text;
            json::append_base64(whole, text);
            add(text);
        }
        if (cut) {
            add("true");
        }
    }
    void unknown() override { add("null"); }
    void error(std::uint32_t) override {}
    void open(Shape shape, std::string_view name) override {
        shapes_.push_back(shape);
        has_value_ = false;
        meaning_ = name;
    }
    void reopen(Shape shape, bool) override { shapes_.push_back(shape); }
    void close(End end, std::uint64_t where) override {
        end_field();
        if ((shapes_.back() == Shape::meaning || shapes_.back() == Shape::meaning_in_style || shapes_.back() == Shape::meaning_aside) &&
            !has_value_) {
            add(meaning_);
        }
        if (shapes_.size() == cut_depth_) {
            end = end == End::whole ? End::cut : end;
            cut_depth_ = 0;
        }
        shapes_.pop_back();
        if (end == End::unreadable) {
            add(hex(where));
        }
        if (end != End::whole) {
            add("true");
        }
        has_value_ = true;
    }
    void field(std::string_view, Named) override {
        end_field();
        in_condition_ = shapes_.back() == Shape::conditions;
    }
    void filled_field(std::string_view, std::string_view, std::string_view) override {}
    void unnamed_field(std::string_view) override {}
    void left_out() override {
        end_field();
        cut_depth_ = shapes_.size();
    }
    void element() override {}
    void becomes() override {}
    void comment(std::string_view) override {}

    /// The same of a JSON text.
    static std::vector<std::string> of(const nlohmann::ordered_json& value) {
        std::vector<std::string> leaves;
        collect(value, leaves);
        return leaves;
    }

 private:
    struct Names {
        Leaves& leaves;
        void name(std::string_view name) { leaves.add(name); }
        void unknown(std::uint64_t bits, std::string_view) { leaves.add(hex(bits)); }
        void nothing(std::string_view name) {
            if (!name.empty()) {
                leaves.add(name);
            }
        }
        void size(std::uint64_t exponent, std::string_view shift_name) {
            leaves.add(std::to_string(exponent) + "<<" + std::string(shift_name));
        }
    };

    static std::string hex(std::uint64_t value) {
        char text[32];
        std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(value));
        return text;
    }
    static void collect(const nlohmann::ordered_json& value, std::vector<std::string>& leaves) {
        if (value.is_structured()) {
            for (const auto& part : value) {
                collect(part, leaves);
            }
        } else {
            leaves.push_back(value.is_string() ? value.get<std::string>() : value.dump());
        }
    }
    void end_field() {
        if (in_condition_) {
            in_condition_ = false;
            add("true");
        }
    }
    void add(std::string_view value) {
        in_condition_ = false;
        has_value_ = true;
        if (shapes_.empty() || !is_result(shapes_.back())) {
            values.emplace_back(value);
        }
    }

    std::vector<Shape> shapes_;
    std::size_t cut_depth_ = 0;  // of the shape that was left without some of its fields; 0: there is none
    std::string meaning_;
    bool has_value_ = false;
    bool in_condition_ = false;
};

}  // namespace troupe::tests
