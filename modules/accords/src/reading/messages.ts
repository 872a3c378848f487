import { defineMessages, machine } from '@entente/text';

/** Why an uploaded file is not taken, what was kept, and what to do. */
defineMessages('source-text', {
  'empty': {
    vi: 'Tệp “{file}” không có chữ nào. Không có gì được lưu. Hãy chọn tệp khác hoặc dán văn bản.',
    lo: machine('ໄຟລ໌ “{file}” ບໍ່ມີຂໍ້ຄວາມ. ບໍ່ມີຫຍັງຖືກບັນທຶກ. ກະລຸນາເລືອກໄຟລ໌ອື່ນ ຫຼື ວາງຂໍ້ຄວາມ.'),
    en: 'The file “{file}” holds no text. Nothing was kept. Choose another file or paste the text.',
  },
  'too-large': {
    vi: 'Tệp “{file}” lớn hơn {limit} MiB. Không có gì được lưu. Hãy tách văn bản hoặc chỉ dán phần cần đọc.',
    lo: machine('ໄຟລ໌ “{file}” ໃຫຍ່ກວ່າ {limit} MiB. ບໍ່ມີຫຍັງຖືກບັນທຶກ. ກະລຸນາແບ່ງຂໍ້ຄວາມ ຫຼື ວາງສະເພາະສ່ວນທີ່ຕ້ອງການ.'),
    en: 'The file “{file}” is larger than {limit} MiB. Nothing was kept. Split the text, or paste only the part to be read.',
  },
  'pdf': {
    vi: '“{file}” là tệp PDF; hiện chưa đọc được văn bản từ PDF. Hãy dán văn bản hoặc tải lên tệp Word (.docx). Bản quét đã ký có thể đính kèm vào văn kiện.',
    lo: machine('“{file}” ແມ່ນໄຟລ໌ PDF; ຍັງອ່ານຂໍ້ຄວາມຈາກ PDF ບໍ່ໄດ້. ກະລຸນາວາງຂໍ້ຄວາມ ຫຼື ອັບໂຫຼດໄຟລ໌ Word (.docx). ສຳເນົາສະແກນທີ່ເຊັນແລ້ວສາມາດແນບໃສ່ເອກະສານໄດ້.'),
    en: '“{file}” is a PDF; text is not read from PDF yet. Paste the text or upload a Word file (.docx). The signed scan can be attached to the instrument.',
  },
  'doc': {
    vi: '“{file}” là tệp Word kiểu cũ (.doc). Hãy mở trong Word, lưu thành .docx rồi tải lên lại.',
    lo: machine('“{file}” ແມ່ນໄຟລ໌ Word ແບບເກົ່າ (.doc). ກະລຸນາເປີດໃນ Word, ບັນທຶກເປັນ .docx ແລ້ວອັບໂຫຼດໃໝ່.'),
    en: '“{file}” is a Word file of the old kind (.doc). Open it in Word, save it as .docx and upload that.',
  },
  'encrypted': {
    vi: '“{file}” có mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.',
    lo: machine('“{file}” ມີລະຫັດຜ່ານ. ກະລຸນາຖອດລະຫັດຜ່ານ ແລ້ວອັບໂຫຼດໃໝ່.'),
    en: '“{file}” is protected by a password. Take the password off and upload it again.',
  },
  'rtf': {
    vi: '“{file}” là tệp RTF. Hãy lưu thành .docx hoặc dán văn bản.',
    lo: machine('“{file}” ແມ່ນໄຟລ໌ RTF. ກະລຸນາບັນທຶກເປັນ .docx ຫຼື ວາງຂໍ້ຄວາມ.'),
    en: '“{file}” is an RTF file. Save it as .docx or paste the text.',
  },
  'html': {
    vi: '“{file}” là một trang web. Hãy mở trang, chọn phần văn bản và dán vào đây.',
    lo: machine('“{file}” ແມ່ນໜ້າເວັບ. ກະລຸນາເປີດໜ້າ, ເລືອກຂໍ້ຄວາມ ແລ້ວວາງໃສ່ນີ້.'),
    en: '“{file}” is a web page. Open it, select the text and paste it here.',
  },
  'not-docx': {
    vi: '“{file}” không phải văn bản Word (.docx). Hãy tải lên .docx, .txt hoặc dán văn bản.',
    lo: machine('“{file}” ບໍ່ແມ່ນເອກະສານ Word (.docx). ກະລຸນາອັບໂຫຼດ .docx, .txt ຫຼື ວາງຂໍ້ຄວາມ.'),
    en: '“{file}” is no Word document (.docx). Upload a .docx or .txt file, or paste the text.',
  },
  'damaged': {
    vi: '“{file}” bị hỏng, không đọc hết được. Không có gì được lưu. Hãy lấy lại bản gốc.',
    lo: machine('“{file}” ເສຍຫາຍ, ອ່ານບໍ່ໄດ້ທັງໝົດ. ບໍ່ມີຫຍັງຖືກບັນທຶກ. ກະລຸນາເອົາສະບັບຕົ້ນມາໃໝ່.'),
    en: '“{file}” is damaged and cannot be read to its end. Nothing was kept. Get the original again.',
  },
  'binary': {
    vi: '“{file}” không phải tệp văn bản. Hãy tải lên .docx, .txt hoặc dán văn bản.',
    lo: machine('“{file}” ບໍ່ແມ່ນໄຟລ໌ຂໍ້ຄວາມ. ກະລຸນາອັບໂຫຼດ .docx, .txt ຫຼື ວາງຂໍ້ຄວາມ.'),
    en: '“{file}” is no text file. Upload a .docx or .txt file, or paste the text.',
  },
  'encoding': {
    vi: '“{file}” dùng bảng mã không nhận ra được. Hãy lưu lại bằng UTF-8. Văn bản không được đoán, để không có tên nào bị sai.',
    lo: machine('“{file}” ໃຊ້ລະຫັດຕົວອັກສອນທີ່ບໍ່ຮູ້ຈັກ. ກະລຸນາບັນທຶກໃໝ່ເປັນ UTF-8. ຂໍ້ຄວາມບໍ່ຖືກຄາດເດົາ ເພື່ອບໍ່ໃຫ້ຊື່ຜິດ.'),
    en: '“{file}” is in an encoding that is not recognised. Save it as UTF-8. The text was not guessed, so that no name comes out wrong.',
  },
  'encoding-windows-1258': {
    vi: '“{file}” dùng bảng mã Windows-1258 cũ. Hãy lưu lại bằng UTF-8 (Notepad: Lưu thành, Mã hóa UTF-8) rồi tải lên lại.',
    lo: machine('“{file}” ໃຊ້ລະຫັດເກົ່າ Windows-1258. ກະລຸນາບັນທຶກໃໝ່ເປັນ UTF-8 ແລ້ວອັບໂຫຼດໃໝ່.'),
    en: '“{file}” is in the old encoding Windows-1258. Save it as UTF-8 (Notepad: Save as, Encoding UTF-8) and upload it again.',
  },
  'encoding-tcvn3': {
    vi: '“{file}” gõ bằng phông TCVN3 cũ (.VnTime). Hãy chuyển sang Unicode bằng công cụ của bộ gõ rồi tải lên lại.',
    lo: machine('“{file}” ພິມດ້ວຍຟອນເກົ່າ TCVN3 (.VnTime). ກະລຸນາປ່ຽນເປັນ Unicode ແລ້ວອັບໂຫຼດໃໝ່.'),
    en: '“{file}” was typed with old TCVN3 fonts (.VnTime). Convert it to Unicode with the keyboard program\'s tool and upload it again.',
  },
  'encoding-vni': {
    vi: '“{file}” gõ bằng phông VNI cũ. Hãy chuyển sang Unicode bằng công cụ của bộ gõ rồi tải lên lại.',
    lo: machine('“{file}” ພິມດ້ວຍຟອນເກົ່າ VNI. ກະລຸນາປ່ຽນເປັນ Unicode ແລ້ວອັບໂຫຼດໃໝ່.'),
    en: '“{file}” was typed with old VNI fonts. Convert it to Unicode with the keyboard program\'s tool and upload it again.',
  },
  'encoding-mojibake': {
    vi: 'Chữ trong “{file}” đã bị một chương trình khác đọc sai bảng mã. Hãy lấy lại bản gốc, lưu bằng UTF-8.',
    lo: machine('ຕົວອັກສອນໃນ “{file}” ຖືກໂປຣແກຣມອື່ນອ່ານລະຫັດຜິດ. ກະລຸນາເອົາສະບັບຕົ້ນ ແລ້ວບັນທຶກເປັນ UTF-8.'),
    en: 'The letters in “{file}” were misread by another program. Get the original and save it as UTF-8.',
  },
});

/** What a person should look at in a text that was read. */
defineMessages('reading', {
  'too-long': {
    vi: 'Văn bản dài {length} ký tự; chỉ {read} ký tự đầu được đọc.', lo: machine('ຂໍ້ຄວາມຍາວ {length} ຕົວອັກສອນ; ອ່ານພຽງ {read} ຕົວທຳອິດ.'),
    en: 'The text has {length} characters; only the first {read} were read.',
  },
  'garbled': {
    vi: 'Một phần chữ có vẻ bị sai bảng mã ({encoding}). Hãy so với bản gốc.', lo: machine('ຕົວອັກສອນບາງສ່ວນອາດຜິດລະຫັດ ({encoding}). ກະລຸນາທຽບກັບສະບັບຕົ້ນ.'),
    en: 'Some letters look misread ({encoding}). Compare with the original.',
  },
  'gap': {
    vi: 'Sau mục {after} là {found}: có thể thiếu một số. Phần đó được để trong mục {after}.', lo: machine('ຫຼັງຂໍ້ {after} ແມ່ນ {found}: ອາດຂາດເລກໜຶ່ງ. ສ່ວນນັ້ນຢູ່ໃນຂໍ້ {after}.'),
    en: 'After item {after} comes {found}: a number may be missing. That passage was left in item {after}.',
  },
  'left-out-recitals': {
    vi: 'Một danh sách {count} căn cứ không được coi là các mục.', lo: machine('ລາຍການເຫດຜົນ {count} ຂໍ້ ບໍ່ຖືກນັບເປັນຂໍ້.'),
    en: 'A list of {count} recitals was not taken as items.',
  },
  'left-out-people': {
    vi: 'Một danh sách {count} người tham dự không được coi là các mục.', lo: machine('ລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ {count} ຄົນ ບໍ່ຖືກນັບເປັນຂໍ້.'),
    en: 'A list of {count} people present was not taken as items.',
  },
  'left-out-bullets': {
    vi: 'Một danh sách gạch đầu dòng ({count}) nằm ngoài các mục đánh số.', lo: machine('ລາຍການຂີດໜ້າ ({count}) ຢູ່ນອກຂໍ້ທີ່ມີເລກ.'),
    en: 'A bulleted list ({count}) stands outside the numbered items.',
  },
  'table': {
    vi: 'Có bảng với {count} dòng; các dòng bảng không nằm trong chữ của mục.', lo: machine('ມີຕາຕະລາງ {count} ແຖວ; ແຖວຕາຕະລາງບໍ່ຢູ່ໃນຂໍ້ຄວາມຂອງຂໍ້.'),
    en: 'There is a table of {count} rows; its rows are not in the words of the items.',
  },
  'prose': {
    vi: 'Văn bản không đánh số. {count} câu có vẻ nêu cam kết được gợi ý.', lo: machine('ຂໍ້ຄວາມບໍ່ມີເລກຂໍ້. ສະເໜີ {count} ປະໂຫຍກທີ່ອາດເປັນຄຳໝັ້ນສັນຍາ.'),
    en: 'The text has no numbered items. {count} sentences that seem to promise something are suggested.',
  },
  'nothing': {
    vi: 'Không tìm thấy mục nào. Hãy chọn đoạn văn và tạo mục bằng tay.', lo: machine('ບໍ່ພົບຂໍ້ໃດ. ກະລຸນາເລືອກຂໍ້ຄວາມ ແລ້ວສ້າງຂໍ້ດ້ວຍມື.'),
    en: 'No items were found. Select passages and make items by hand.',
  },
});
