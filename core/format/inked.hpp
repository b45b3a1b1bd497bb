#pragma once

#include <string>
#include <string_view>

#include "troupe/core/palette.hpp"

namespace troupe {

/// While it lives, what is appended to a text has a colour; without a palette it has none.
class Inked {
 public:
    Inked(std::string& out, const Palette* palette, Ink ink) : out_(palette != nullptr && !palette->of(ink).empty() ? &out : nullptr) {
        if (out_ != nullptr) {
            out_->append(palette->of(ink));
        }
    }
    ~Inked() {
        if (out_ != nullptr) {
            out_->append(Palette::reset);
        }
    }
    Inked(const Inked&) = delete;
    Inked& operator=(const Inked&) = delete;

 private:
    std::string* const out_;
};

inline std::string inked(const Palette* palette, Ink ink, std::string_view text) {
    std::string out;
    {
        const Inked while_appended(out, palette, ink);
        out += text;
    }
    return out;
}

}  // namespace troupe
