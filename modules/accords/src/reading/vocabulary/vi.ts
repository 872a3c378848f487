import type { Vocabulary } from './vocabulary.ts';

export const vi: Vocabulary = {
  itemWords: ['Điều', 'Khoản', 'Mục', 'Điểm', 'Tiểu mục', 'Nội dung', 'Nhiệm vụ', 'Việc', 'Vấn đề'],
  annexWords: ['Phụ lục', 'Phụ bản'],
  chapterWords: ['Chương', 'Phần'],
  numberWords: [
    ['một', 'nhất'], ['hai', 'nhì'], ['ba'], ['bốn', 'tư'], ['năm'], ['sáu'], ['bảy', 'bẩy'], ['tám'], ['chín'], ['mười'], ['mười một'], ['mười hai'],
  ],
  ordinals: [['Thứ nhất', 'Một'], ['Thứ hai', 'Hai'], ['Thứ ba', 'Ba'], ['Thứ tư', 'Bốn'], ['Thứ năm', 'Năm'], ['Thứ sáu', 'Sáu'], ['Thứ bảy', 'Bảy'], ['Thứ tám', 'Tám'], ['Thứ chín', 'Chín'], ['Thứ mười', 'Mười']],
  awaitsNumber: ['điều', 'khoản', 'mục', 'điểm', 'số', 'tháng', 'năm', 'ngày', 'thứ', 'quý', 'khóa', 'phụ lục'],
  dangling: ['và', 'hoặc', 'của', 'theo', 'với', 'tại', 'các', 'những', 'cho', 'từ', 'đến', 'trong', 'về', 'giữa', 'để', 'nhằm'],
  units: ['triệu', 'tỷ', 'tỉ', 'nghìn', 'ngàn', 'đồng', 'kíp', 'km', 'ha', 'm2', 'người', 'lượt', 'phần trăm'],
  recitals: ['Căn cứ', 'Trên cơ sở', 'Xét', 'Với mong muốn', 'Nhận thức', 'Mong muốn', 'Phù hợp với', 'Thừa nhận', 'Theo đề nghị', 'CĂN CỨ'],
  honorifics: ['Ông', 'Bà', 'Đồng chí', 'Ngài', 'Đ/c', 'Đc', 'GS', 'PGS', 'TS', 'ThS'],
  closings: [
    'làm tại', 'được làm tại', 'ký tại', 'được ký tại', 'lập tại', 'biên bản này được', 'biên bản này gồm', 'biên bản này làm', 'biên bản được', 'bản ghi nhớ này được làm',
    'bản ghi nhớ này được lập', 'bản ghi nhớ này làm', 'thỏa thuận này được làm', 'thỏa thuận này được lập', 'thỏa thuận này làm', 'hiệp định này được làm', 'hiệp định này làm', 'thay mặt', 'đại diện', 'tm.', 'kt.', 'nơi nhận', 'hội nghị kết thúc',
    'cuộc họp kết thúc', 'hội nghị bế mạc',
  ],
  pageWords: ['trang', 'tr.'],
  navigation: [
    'trang chủ', 'liên kết', 'liên hệ', 'đăng nhập', 'đăng ký', 'tìm kiếm', 'xem', 'xem thêm', 'chia sẻ', 'in bài viết', 'in trang', 'bản in', 'gửi bài viết', 'gửi email', 'gửi', 'bình luận', 'quay lại',
    'về trang trước', 'lên đầu trang', 'nghe đọc bài', 'lưu bài', 'cỡ chữ', 'aa', 'a-', 'a+', 'đóng', 'thích', 'trở về',
  ],
  tails: [
    'bài liên quan', 'tin liên quan', 'bài viết liên quan', 'tin bài liên quan', 'tin bài khác', 'các tin khác', 'tin khác', 'bài khác', 'bài viết khác', 'tin cùng chuyên mục', 'cùng chuyên mục',
    'có thể bạn quan tâm', 'tin mới', 'tin mới nhất', 'mới nhất', 'đọc nhiều', 'đọc nhiều nhất', 'xem nhiều', 'tin nổi bật',
  ],
  softTails: ['đọc thêm', 'xem thêm', 'bình luận', 'từ khóa'],
  bylines: ['Theo', 'Nguồn', 'Tác giả', 'Ảnh', 'Tin', 'Tin, ảnh', 'Bài', 'Bài, ảnh', 'PV', 'Phóng viên', 'Cập nhật'],
  rights: ['bản quyền', 'ghi rõ nguồn', 'giữ bản quyền'],
};
