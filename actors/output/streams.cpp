#include "actors/output/streams.hpp"

#include <sys/stat.h>

#include <utility>

#include "actors/output/command.hpp"
#include "actors/output/open_file.hpp"
#include "actors/output/single_stream.hpp"
#include "actors/output/sink.hpp"
#include "actors/output/stream_per_tracee.hpp"
#include "troupe/core/joiner.hpp"
#include "troupe/core/json_lines.hpp"

namespace troupe {

namespace {

using Opened = Result<std::unique_ptr<Streams>>;

JoinerStyle style_of(const OutputConfig& config) {
    JoinerStyle style{.prefix = PidPrefix::none,
                      .column = config.column,
                      .columns = config.columns,
                      .endings = config.endings,
                      .whole_calls = config.whole_calls,
                      .palette = config.palette.get()};
    if (config.target == OutputConfig::Target::standard_error) {
        style.prefix = config.always_show_pid ? PidPrefix::bracketed : PidPrefix::bracketed_while_several;
    } else if (config.always_show_pid || (config.follow && !config.separately)) {
        style.prefix = PidPrefix::plain;
    }
    return style;
}

MakeFormat format_of(const OutputConfig& config) {
    if (config.format == OutputFormat::jsonl) {
        return [endings = config.endings] { return std::make_unique<JsonLines>(endings); };
    }
    return [style = style_of(config)] { return std::make_unique<Joiner>(style); };
}

Opened open_standard_error(const MakeFormat& make_format, UniqueFd standard_error) {
    return std::make_unique<SingleStream>(make_format(), Sink(std::move(standard_error), Sink::When::at_once, "standard error"));
}

Opened open_file(const OutputConfig& config, const MakeFormat& make_format, Sink messages) {
    auto fd = open_output_file(config.destination, config.append);
    if (!fd) {
        return tl::unexpected(fd.error());
    }
    struct stat status {};
    if (config.rotation.size != 0 && ::fstat(fd->get(), &status) == 0 && !S_ISREG(status.st_mode)) {
        return failure("--rotate: '" + config.destination + "' is no regular file, and cannot be full", 0);
    }
    Sink sink(std::move(*fd), Sink::When::buffered, config.destination, config.rotation);
    auto stream = std::make_unique<SingleStream>(make_format(), std::move(sink));
    stream->set_messages(std::move(messages));
    return stream;
}

Opened open_command(const OutputConfig& config, const MakeFormat& make_format, Sink messages) {
    auto command = Command::start(config.destination);
    if (!command) {
        return tl::unexpected(command.error());
    }
    auto stream = std::make_unique<SingleStream>(make_format(), Sink(command->take_input(), Sink::When::at_once, config.destination));
    stream->set_messages(std::move(messages));
    stream->set_command(std::move(*command));
    return stream;
}

}  // namespace

Opened open_streams(const OutputConfig& config) {
    auto standard_error = duplicate_standard_error();
    const MakeFormat make_format = format_of(config);
    if (config.target == OutputConfig::Target::standard_error) {
        if (!standard_error) {
            return tl::unexpected(standard_error.error());
        }
        return open_standard_error(make_format, std::move(*standard_error));
    }
    // A program that was started without standard error loses its messages, not its trace.
    Sink messages(standard_error ? std::move(*standard_error) : UniqueFd{}, Sink::When::at_once, "standard error");
    if (config.target == OutputConfig::Target::command) {
        return open_command(config, make_format, std::move(messages));
    }
    if (config.separately) {
        return std::make_unique<StreamPerTracee>(config, make_format, std::move(messages), OpenFiles::raise_limit());
    }
    return open_file(config, make_format, std::move(messages));
}

}  // namespace troupe
