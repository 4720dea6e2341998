#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace hub {

/// Turns a .docx into a PDF with the LibreOffice of this machine ($XUNCUN_SOFFICE, or soffice or
/// libreoffice on the path), in a profile of its own, so that an office that is open does not
/// matter. Fonts that are missing here are replaced by the nearest there are.
/// Takes some seconds; gives up after two minutes. Fails with "pdf.no_office" when there is none,
/// "pdf.failed", "file.not_written".
base::Result<void> docxToPdf(const std::filesystem::path& docx, const std::filesystem::path& pdf);

}  // namespace hub
