import { defineMessages, machine } from '@entente/text';

/** Words of the account page. */
export const accountWords = defineMessages('web-account', {
  'signed-in-as': { vi: 'Đăng nhập với tên {login}', lo: machine('ເຂົ້າລະບົບດ້ວຍຊື່ {login}'), en: 'Signed in as {login}' },
  'roles': { vi: 'Vai trò: {roles}', lo: machine('ບົດບາດ: {roles}'), en: 'Roles: {roles}' },
  'drafts': { vi: 'Bản nháp của tôi', lo: machine('ສະບັບຮ່າງຂອງຂ້ອຍ'), en: 'My drafts' },
  'no-drafts': { vi: 'Không có bản nháp nào.', lo: machine('ບໍ່ມີສະບັບຮ່າງ.'), en: 'There are no drafts.' },
  'tokens': { vi: 'Mã truy cập cá nhân', lo: machine('ລະຫັດເຂົ້າເຖິງສ່ວນຕົວ'), en: 'Personal tokens' },
  'tokens-what': {
    vi: 'Dùng cho dòng lệnh và giao diện lập trình. Ai giữ mã có thể làm mọi việc bạn được làm.',
    lo: machine('ໃຊ້ສຳລັບແຖວຄຳສັ່ງ ແລະ API. ຜູ້ຖືລະຫັດເຮັດໄດ້ທຸກຢ່າງທີ່ທ່ານເຮັດໄດ້.'),
    en: 'For the command line and the API. Whoever holds one may do all that you may do.',
  },
  'token-name': { vi: 'Tên của mã', lo: machine('ຊື່ຂອງລະຫັດ'), en: 'Name of the token' },
  'token-new': { vi: 'Tạo mã', lo: machine('ສ້າງລະຫັດ'), en: 'Make a token' },
  'token-made': { vi: 'Mã mới, chỉ hiện một lần. Hãy chép ngay.', lo: machine('ລະຫັດໃໝ່ ສະແດງເທື່ອດຽວ. ກະລຸນາສຳເນົາດຽວນີ້.'), en: 'The new token, shown this once. Copy it now.' },
  'token-created': { vi: 'tạo {when}', lo: machine('ສ້າງ {when}'), en: 'made {when}' },
  'token-used': { vi: 'dùng lần cuối {when}', lo: machine('ໃຊ້ຄັ້ງສຸດທ້າຍ {when}'), en: 'last used {when}' },
  'token-unused': { vi: 'chưa dùng', lo: machine('ຍັງບໍ່ໄດ້ໃຊ້'), en: 'never used' },
  'token-revoke': { vi: 'Thu hồi mã {name}', lo: machine('ຖອນລະຫັດ {name}'), en: 'Revoke {name}' },
  'token-revoked': { vi: 'Đã thu hồi mã.', lo: machine('ຖອນລະຫັດແລ້ວ.'), en: 'The token is revoked.' },
  'password': { vi: 'Đổi mật khẩu', lo: machine('ປ່ຽນລະຫັດຜ່ານ'), en: 'Change the password' },
  'password-old': { vi: 'Mật khẩu hiện tại', lo: machine('ລະຫັດຜ່ານປັດຈຸບັນ'), en: 'Password now' },
  'password-new': { vi: 'Mật khẩu mới', lo: machine('ລະຫັດຜ່ານໃໝ່'), en: 'New password' },
  'password-changed': {
    vi: 'Đã đổi mật khẩu và đăng xuất ở mọi nơi. Hãy đăng nhập lại.', lo: machine('ປ່ຽນລະຫັດຜ່ານແລ້ວ ແລະ ອອກຈາກທຸກບ່ອນ. ກະລຸນາເຂົ້າລະບົບໃໝ່.'),
    en: 'The password is changed and you are signed out everywhere. Sign in again.',
  },
});
