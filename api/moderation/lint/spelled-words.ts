/**
 * Words of unlawful conditions and how they are spelled, to read pinyin and half pinyin (zhi zhao nan, 押jin, 只zhao男). By
 * pinyin-pro 3.29.4, toneless, ü as v. Homophones of these are everyday words, except the longer ones: see hear.ts.
 */
const list =
  '#天 #-tian;#个月 #-ge-yue;#年 #-nian;#元 #-yuan;#块 #-kuai;#后 #-hou;#米 #-mi;#公斤 #-gong-jin;#名 #-ming;#折 #-zhe;' +
  '包过 bao-guo;扣押 kou-ya;年龄在 nian-ling-zai;户籍 hu-ji;没有 mei-you;不发 bu-fa;身体健全 shen-ti-jian-quan;工服 gong-fu;' +
  '高 gao;佳 jia;好 hao;无底薪 wu-di-xin;不含 bu-han;不办 bu-ban;无五险 wu-wu-xian;五险 wu-xian;无社保 wu-she-bao;苏北人 su-bei-ren;' +
  '优先 you-xian;工资 gong-zi;社保 she-bao;勿扰 wu-rao;试用期 shi-yong-qi;加班 jia-ban;押金 ya-jin;以下 yi-xia;' +
  '周岁 zhou-sui;以上 yi-shang;要求 yao-qiu;年龄 nian-ling;培训 pei-xun;身份证 shen-fen-zheng;不要 bu-yao;户口 hu-kou;' +
  '缴纳 jiao-na;女性 nv-xing;乙肝 yi-gan;男性 nan-xing;汉族 han-zu;加班费 jia-ban-fei;没有 mei-you;残疾 can-ji;' +
  '原件 yuan-jian;录用 lu-yong;放弃 fang-qi;身高 shen-gao;本地 ben-di;户籍 hu-ji;已婚 yi-hun;培训费 pei-xun-fei;' +
  '毕业证 bi-ye-zheng;少数民族 shao-shu-min-zu;公司 gong-si;保管 bao-guan;一个月 yi-ge-yue;贷款 dai-kuan;男生 nan-sheng;' +
  '扬州 yang-zhou;自理 zi-li;费用 fei-yong;不满 bu-man;学费 xue-fei;分期 fen-qi;高薪 gao-xin;轻松 qing-song;月入 yue-ru;' +
  '接受 jie-shou;离职 li-zhi;仅限 jin-xian;女生 nv-sheng;宗教信仰 zong-jiao-xin-yang;信教 xin-jiao;不得 bu-de;' +
  '健全 jian-quan;身体 shen-ti;体检 ti-jian;未婚 wei-hun;怀孕 huai-yun;生育 sheng-yu;超过 chao-guo;保证金 bao-zheng-jin;' +
  '服装费 fu-zhuang-fei;收取 shou-qu;抵押 di-ya;年底 nian-di;自愿 zi-yuan;未满 wei-man;初中生 chu-zhong-sheng;' +
  '形象 xing-xiang;拒绝 ju-jue;男工 nan-gong;谢绝 xie-jue;维吾尔族 wei-wu-er-zu;除外 chu-wai;携带者 xie-dai-zhe;' +
  '两对半 liang-dui-ban;正常 zheng-chang;本地人 ben-di-ren;计划 ji-hua;婚育 hun-yu;年轻人 nian-qing-ren;扣押 kou-ya;' +
  '统一 tong-yi;半个 ban-ge;免费 mian-fei;不计 bu-ji;无偿 wu-chang;义务 yi-wu;补贴 bu-tie;五官端正 wu-guan-duan-zheng;' +
  '女工 nv-gong;考虑 kao-lv;员工 yuan-gong;承担 cheng-dan;试用 shi-yong;性别 xing-bie;适合 shi-he;民族 min-zu;' +
  '回族 hui-zu;基督徒 ji-du-tu;信佛 xin-fo;聋哑人 long-ya-ren;缺陷 que-xian;残障 can-zhang;小三阳 xiao-san-yang;' +
  '乙肝病毒 yi-gan-bing-du;五项 wu-xiang;艾滋病 ai-zi-bing;外地人 wai-di-ren;东北 dong-bei;具有 ju-you;本市 ben-shi;' +
  '江都 jiang-du;非农 fei-nong;孕妇 yun-fu;单身 dan-shen;小孩 xiao-hai;以内 yi-nei;报名费 bao-ming-fei;风险 feng-xian;' +
  '住宿 zhu-su;上交 shang-jiao;七天 qi-tian;分期付款 fen-qi-fu-kuan;内部 nei-bu;三万 san-wan;转正 zhuan-zheng;' +
  '试工 shi-gong;薪资 xin-zi;另付 ling-fu;支付 zhi-fu;不计报酬 bu-ji-bao-chou;童工 tong-gong;欢迎 huan-ying;' +
  '初中 chu-zhong;在读 zai-du;长相 zhang-xiang;体重 ti-zhong;求职者 qiu-zhi-zhe;男士 nan-shi;招收 zhao-shou;' +
  '限制 xian-zhi;免谈 mian-tan;人士 ren-shi;肢体 zhi-ti;必须 bi-xu;阴性 yin-xing;提供 ti-gong;居民 ju-min;孩子 hai-zi;' +
  '自动 zi-dong;工作服 gong-zuo-fu;自费 zi-fei;扣除 kou-chu;个人 ge-ren;结算 jie-suan;不是 bu-shi;赚钱 zhuan-qian;' +
  '半年 ban-nian;期间 qi-jian;报酬 bao-chou;未成年人 wei-cheng-nian-ren;相貌 xiang-mao;端庄 duan-zhuang;身材 shen-cai;' +
  '姣好 jiao-hao;女士优先 nv-shi-you-xian;保安 bao-an;收银 shou-yin;文员 wen-yuan;最好 zui-hao;小伙子 xiao-huo-zi;' +
  '女服务员 nv-fu-wu-yuan;装卸 zhuang-xie;倾向 qing-xiang;干不了 gan-bu-liao;信教者 xin-jiao-zhe;残疾人 can-ji-ren;' +
  '四肢 si-zhi;梅毒 mei-du;河南人 he-nan-ren;江苏籍 jiang-su-ji;状况 zhuang-kuang;左右 zuo-you;封顶 feng-ding;' +
  '只要 zhi-yao;宿舍 su-she;介绍费 jie-shao-fei;建档费 jian-dang-fei;证件 zheng-jian;一次性 yi-ci-xing;结清 jie-qing;' +
  '部分 bu-fen;参加 can-jia;百分百 bai-fen-bai;名额 ming-e;三天 san-tian;六个月 liu-ge-yue;前三天 qian-san-tian;' +
  '七折 qi-zhe;承诺书 cheng-nuo-shu;折现 zhe-xian;意外险 yi-wai-xian;即可 ji-ke;学生 xue-sheng;兼职 jian-zhi;' +
  '辍学 chuo-xue;少年 shao-nian;气质佳 qi-zhi-jia;相貌端正 xiang-mao-duan-zheng;一米 yi-mi;甜美 tian-mei;前台 qian-tai;' +
  '司机 si-ji;帮厨 bang-chu;技师 ji-shi;搬运工 ban-yun-gong;收银员 shou-yin-yuan;仓管员 cang-guan-yuan;面向 mian-xiang;' +
  '男同志 nan-tong-zhi;女士 nv-shi;帅哥 shuai-ge;美女 mei-nv;小姐姐 xiao-jie-jie;男孩子 nan-hai-zi;合适 he-shi;' +
  '为主 wei-zhu;销售 xiao-shou;大老爷们 da-lao-ye-men;汉子 han-zi;女主播 nv-zhu-bo;业务员 ye-wu-yuan;营业员 ying-ye-yuan;' +
  '藏族 zang-zu;维族 wei-zu;回民 hui-min;基督教徒 ji-du-jiao-tu;基督教 ji-du-jiao;佛教徒 fo-jiao-tu;信仰 xin-yang;' +
  '佛教 fo-jiao;穆斯林 mu-si-lin;请勿 qing-wu;口吃者 kou-chi-zhe;手脚 shou-jiao;乙肝患者 yi-gan-huan-zhe;' +
  '大三阳 da-san-yang;表面抗原 biao-mian-kang-yuan;检测 jian-ce;报告 bao-gao;传染病 chuan-ran-bing;携带 xie-dai;' +
  '项目 xiang-mu;肝功能 gan-gong-neng;肝炎 gan-yan;外省 wai-sheng;外来 wai-lai;务工人员 wu-gong-ren-yuan;仪征 yi-zheng;' +
  '江苏 jiang-su;苏北 su-bei;安徽 an-hui;城镇 cheng-zhen;农村户口 nong-cun-hu-kou;高邮 gao-you;当地人 dang-di-ren;' +
  '市区 shi-qu;本省 ben-sheng;河南 he-nan;新疆 xin-jiang;西藏 xi-zang;本村 ben-cun;村民 cun-min;宝应 bao-ying;' +
  '三年 san-nian;结婚 jie-hun;哺乳期 bu-ru-qi;妇女 fu-nv;妊娠 ren-shen;离异 li-yi;拖累 tuo-lei;上学 shang-xue;' +
  '不准 bu-zhun;婚姻状况 hun-yin-zhuang-kuang;二胎 er-tai;近期 jin-qi;打算 da-suan;之间 zhi-jian;上限 shang-xian;' +
  '三十岁 san-shi-sui;年轻 nian-qing;活力 huo-li;大龄 da-ling;年纪 nian-ji;小于 xiao-yu;超龄 chao-ling;服装 fu-zhuang;' +
  '岗前 gang-qian;缴费 jiao-fei;办证费 ban-zheng-fei;中介费 zhong-jie-fei;担保人 dan-bao-ren;购买 gou-mai;才能 cai-neng;' +
  '上岗 shang-gang;资料费 zi-liao-fei;交纳 jiao-na;服务费 fu-wu-fei;体检费 ti-jian-fei;工装 gong-zhuang;预交 yu-jiao;' +
  '定金 ding-jin;两百 liang-bai;代管 dai-guan;扣留 kou-liu;证书 zheng-shu;暂扣 zan-kou;人事 ren-shi;' +
  '驾驶证 jia-shi-zheng;平时 ping-shi;生活费 sheng-huo-fei;两个 liang-ge;中途 zhong-tu;清零 qing-ling;第一个 di-yi-ge;' +
  '每半年 mei-ban-nian;零首付 ling-shou-fu;抵扣 di-kou;录取 lu-qu;千元 qian-yuan;五万 wu-wan;门槛 men-kan;稳赚 wen-zhuan;' +
  '国企 guo-qi;入编 ru-bian;渠道 qu-dao;年薪 nian-xin;百万 bai-wan;就业 jiu-ye;面试 mian-shi;二维码 er-wei-ma;' +
  '关注 guan-zhu;公众 gong-zhong;咨询 zi-xun;私信 si-xin;发薪 fa-xin;底薪 di-xin;正式 zheng-shi;通过 tong-guo;' +
  '包吃 bao-chi;合格 he-ge;最长 zui-chang;可延长 ke-yan-chang;自行 zi-xing;签订 qian-ding;声明 sheng-ming;' +
  '社会保险 she-hui-bao-xian;代替 dai-ti;签合同 qian-he-tong;商业 shang-ye;节假日 jie-jia-ri;不算 bu-suan;计较 ji-jiao;' +
  '超时 chao-shi;报名 bao-ming;年满 nian-man;外形 wai-xing;靓丽 liang-li;匀称 yun-chen;公斤 gong-jin;外貌 wai-mao;' +
  '气质 qi-zhi;良好 liang-hao;面容 mian-rong;低于 di-yu;净身 jing-shen;漂亮 piao-liang;高挑 gao-tiao;' +
  '形象气质 xing-xiang-qi-zhi;俱佳 ju-jia;只招男 zhi-zhao-nan;只招女 zhi-zhao-nv;只招 zhi-zhao;仅招 jin-zhao;' +
  '限招 xian-zhao;男的 nan-de;女的 nv-de;男员工 nan-yuan-gong;女员工 nv-yuan-gong;男服务员 nan-fu-wu-yuan;' +
  '年龄要求 nian-ling-yao-qiu;岁以上 sui-yi-shang;岁以下 sui-yi-xia;岁以内 sui-yi-nei;周岁以下 zhou-sui-yi-xia;' +
  '周岁以上 zhou-sui-yi-shang;岁左右 sui-zuo-you;不超过 bu-chao-guo;优先考虑 you-xian-kao-lv;优先录用 you-xian-lu-yong;' +
  '请勿投递 qing-wu-tou-di;不招 bu-zhao;不收 bu-shou;不录用 bu-lu-yong;不予录用 bu-yu-lu-yong;无需 wu-xu;需交 xu-jiao;' +
  '须交 xu-jiao;入职 ru-zhi;入职前 ru-zhi-qian;上岗前 shang-gang-qian;半个月 ban-ge-yue;三个月 san-ge-yue;' +
  '两个月 liang-ge-yue;首月 shou-yue;扣工资 kou-gong-zi;压工资 ya-gong-zi;拖欠 tuo-qian;克扣 ke-kou;' +
  '身份证原件 shen-fen-zheng-yuan-jian;由公司保管 you-gong-si-bao-guan;公司保管 gong-si-bao-guan;' +
  '统一保管 tong-yi-bao-guan;培训贷 pei-xun-dai;培训贷款 pei-xun-dai-kuan;贷款培训 dai-kuan-pei-xun;' +
  '招转培 zhao-zhuan-pei;高薪保录 gao-xin-bao-lu;保录取 bao-lu-qu;保录用 bao-lu-yong;包录用 bao-lu-yong;包就业 bao-jiu-ye;' +
  '包分配 bao-fen-pei;日赚 ri-zhuan;月入过万 yue-ru-guo-wan;不缴社保 bu-jiao-she-bao;不交社保 bu-jiao-she-bao;' +
  '不买社保 bu-mai-she-bao;社保自理 she-bao-zi-li;自愿放弃社保 zi-yuan-fang-qi-she-bao;放弃社保 fang-qi-she-bao;' +
  '不缴纳 bu-jiao-na;五险一金 wu-xian-yi-jin;公积金 gong-ji-jin;无加班费 wu-jia-ban-fei;没有加班费 mei-you-jia-ban-fei;' +
  '无偿加班 wu-chang-jia-ban;义务加班 yi-wu-jia-ban;免费加班 mian-fei-jia-ban;不付加班费 bu-fu-jia-ban-fei;' +
  '未成年 wei-cheng-nian;颜值 yan-zhi;形象好 xing-xiang-hao;无工资 wu-gong-zi;不发工资 bu-fa-gong-zi;' +
  '没有工资 mei-you-gong-zi;无薪 wu-xin;试岗 shi-gang;户籍要求 hu-ji-yao-qiu;本市户口 ben-shi-hu-kou;' +
  '本地户口 ben-di-hu-kou;外省人 wai-sheng-ren;外来人员 wai-lai-ren-yuan;乙肝五项 yi-gan-wu-xiang;' +
  '乙肝携带者 yi-gan-xie-dai-zhe;病毒携带者 bing-du-xie-dai-zhe;无乙肝 wu-yi-gan;检查 jian-cha;残障人士 can-zhang-ren-shi;' +
  '民族要求 min-zu-yao-qiu;宗教 zong-jiao;无宗教信仰 wu-zong-jiao-xin-yang;已婚已育 yi-hun-yi-yu;未婚未育 wei-hun-wei-yu;' +
  '婚育状况 hun-yu-zhuang-kuang;无婚育 wu-hun-yu;不得怀孕 bu-de-huai-yun;不得结婚 bu-de-jie-hun;孕检 yun-jian;' +
  '性别要求 xing-bie-yao-qiu;性别不限 xing-bie-bu-xian;男女不限 nan-nv-bu-xian;限男 xian-nan;限女 xian-nv;' +
  '限男性 xian-nan-xing;限女性 xian-nv-xing;仅限男性 jin-xian-nan-xing;仅限女性 jin-xian-nv-xing;' +
  '男士优先 nan-shi-you-xian;男性优先 nan-xing-you-xian;女性优先 nv-xing-you-xian;加微信 jia-wei-xin;微信 wei-xin;' +
  '威信 wei-xin;扣扣 kou-kou;手机号 shou-ji-hao;联系电话 lian-xi-dian-hua;十四 shi-si;十五 shi-wu;十六 shi-liu;' +
  '三十 san-shi;三十五 san-shi-wu;四十 si-shi;四十五 si-shi-wu;五十 wu-shi;二十五 er-shi-wu;二十八 er-shi-ba;五百 wu-bai;' +
  '三百 san-bai;一千 yi-qian;籍贯 ji-guan;端正 duan-zheng;厘米 li-mi;不考虑 bu-kao-lv;不接受 bu-jie-shou;担保 dan-bao;' +
  '交钱 jiao-qian;交费 jiao-fei;收费 shou-fei;押薪 ya-xin;压薪 ya-xin;薪水 xin-shui;工钱 gong-qian;限 xian;男 nan;女 nv;' +
  '招 zhao;交 jiao;押 ya;不 bu;的 de;要 yao;无 wu;有 you;岁 sui;勿 wu;者 zhe;需 xu;须 xu;费 fei;收 shou;扣 kou;查 cha;缴 jiao;钱 qian;薪 xin;贷 dai;付 fu;发 fa;卡 ka;证 zheng;孕 yun;婚 hun;肝 gan';

export const spelledWords: ReadonlyMap<string, readonly string[]> = new Map(
  list.split(';').map((entry) => {
    const [written = '', spelling = ''] = entry.split(' ');
    return [written, spelling.split('-')];
  }),
);

/** Every syllable of Mandarin, to tell a run of pinyin from an English word. */
export const syllables: ReadonlySet<string> = new Set(
  'ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce ceng cha chai chan chang chao che chen cheng chi chong chou chu chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de deng di dian diao die ding diu dong dou du duan dui dun duo en er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu long lou lu luan lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nu nuan nuo nv nve ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo'.split(
    ' ',
  ),
);
