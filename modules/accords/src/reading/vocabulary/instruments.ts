/** Kinds of instruments (codes of `instrument-type`; `law` is national law) by the words that name them. */
export const instrumentWords: readonly { readonly kind: string; readonly words: readonly string[] }[] = [
  { kind: 'twinning-agreement', words: ['Thỏa thuận kết nghĩa', 'Bản hợp tác kết nghĩa', 'Twinning Agreement', 'Twinning agreement', 'ຂໍ້ຕົກລົງຜູກສ່ຽວ'] },
  { kind: 'handover-minutes', words: ['Biên bản bàn giao', 'Handover Minutes', 'ບົດບັນທຶກມອບ-ຮັບ', 'ບົດບັນທຶກມອບຮັບ'] },
  { kind: 'mou', words: ['Biên bản ghi nhớ', 'Bản ghi nhớ', 'Memorandum of Understanding', 'Memorandum of Cooperation', 'memorandum of understanding', 'MoU', 'MOU', 'ບົດບັນທຶກຄວາມເຂົ້າໃຈ'] },
  { kind: 'protocol', words: ['Nghị định thư', 'Protocol', 'ອະນຸສັນຍາ'] },
  { kind: 'joint-statement', words: ['Tuyên bố chung', 'Joint Statement', 'Joint Declaration', 'ຖະແຫຼງການຮ່ວມ'] },
  { kind: 'agreement', words: ['Hiệp định', 'Hiệp ước', 'Thỏa thuận', 'Thoả thuận', 'Agreement', 'Treaty', 'ສັນຍາ', 'ຂໍ້ຕົກລົງ', 'ສົນທິສັນຍາ'] },
  { kind: 'minutes', words: ['Biên bản', 'Agreed Minutes', 'Minutes', 'minutes of the', 'ບົດບັນທຶກກອງປະຊຸມ', 'ບົດບັນທຶກ'] },
  { kind: 'strategy', words: ['Chiến lược', 'Strategy', 'ຍຸດທະສາດ'] },
  { kind: 'plan', words: ['Kế hoạch', 'Chương trình', 'Action Plan', 'Work Plan', 'Plan of Action', 'Plan', 'ແຜນການ', 'ແຜນງານ'] },
  { kind: 'law', words: ['Quyết định', 'Nghị quyết', 'Nghị định', 'Thông tư', 'Kết luận', 'Chỉ thị', 'Bộ luật', 'Luật', 'Pháp lệnh', 'Decision', 'Resolution', 'Decree', 'Circular', 'Law on', 'ດຳລັດ', 'ກົດໝາຍ', 'ຂໍ້ຕົກລົງເລກທີ', 'ມະຕິ'] },
];
