#pragma once

#include <sys/types.h>

#include <map>
#include <memory>
#include <string>
#include <unordered_set>

#include "actors/output/separate_files.hpp"
#include "actors/output/sink.hpp"
#include "actors/output/streams.hpp"
#include "troupe/core/record.hpp"
#include "troupe/core/stream_format.hpp"

namespace troupe {

/// -ff: a file `PATH.TID` per tracee, opened when it appears or first has something to say, closed when it is gone.
/// The kernel reuses thread ids: the later tracee's lines are appended.
class StreamPerTracee final : public Streams {
 public:
    /// `config.destination` is what the names of all files begin with.
    StreamPerTracee(const OutputConfig& config, MakeFormat make_format, Sink messages, std::size_t open_files)
        : path_(config.destination),
          append_(config.append),
          rotation_(config.rotation),
          make_format_(std::move(make_format)),
          messages_(std::move(messages)),
          open_files_(open_files) {}

    void accept(Record&& record) override;
    void settle() override;
    void flush() override;
    void finish() override;
    [[nodiscard]] bool is_buffered() const override { return true; }

 private:
    struct Stream {
        Stream(std::unique_ptr<StreamFormat> its_format, OpenFiles& files, std::string path, bool append, Losses& losses, Rotation rotation)
            : format(std::move(its_format)), file(files, std::move(path), append, losses, rotation) {}
        std::unique_ptr<StreamFormat> format;
        SeparateFile file;
    };

    Stream& stream_of(TaskId task);
    void superseded(const Head& head, Superseded superseded);
    void close(TaskId task);

    std::string path_;
    bool append_;
    Rotation rotation_;
    MakeFormat make_format_;
    Sink messages_;
    Losses unheard_{};  // messages, which are not the trace
    OpenFiles open_files_;
    std::map<TaskId, Stream> streams_{};
    std::unordered_set<pid_t> seen_{};  // whose file has been begun
};

}  // namespace troupe
