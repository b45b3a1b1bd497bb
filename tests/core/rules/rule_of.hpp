#pragma once

#include <gtest/gtest.h>

#include <string>

#include "troupe/core/rules.hpp"

namespace troupe::tests {

/// As --inject has it.
inline InjectRule rule_of(const std::string& text) {
    auto written = parse_inject(text);
    if (!written) {
        ADD_FAILURE() << written.error().text();
        return {};
    }
    return written->rule;
}

}  // namespace troupe::tests
