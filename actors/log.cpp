#include "actors/log.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>

namespace troupe {
namespace {

spdlog::level::level_enum spdlog_level(LogLevel level) {
    switch (level) {
        case LogLevel::trace:
            return spdlog::level::trace;
        case LogLevel::debug:
            return spdlog::level::debug;
        case LogLevel::info:
            return spdlog::level::info;
        case LogLevel::warning:
            return spdlog::level::warn;
        case LogLevel::error:
            return spdlog::level::err;
    }
    return spdlog::level::off;
}

}  // namespace

Log::Log(const std::string& program_name, LogLevel level)
    : logger_(std::make_shared<spdlog::logger>(program_name, std::make_shared<spdlog::sinks::stderr_sink_mt>())) {
    logger_->set_pattern("%n: %l: %v");
    logger_->set_level(spdlog_level(level));
}

void Log::write(LogLevel level, const std::string& text) const { logger_->log(spdlog_level(level), "{}", text); }

void say_to_user(const std::string& program_name, const std::string& text) {
    std::fputs(fmt::format("{}: {}\n", program_name, text).c_str(), stderr);
}

}  // namespace troupe
